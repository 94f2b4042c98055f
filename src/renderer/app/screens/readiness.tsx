import { lazy, Suspense } from 'react'
import { begin } from '../begin.ts'
import { Section, type SectionPage } from '../section.tsx'

const ReadinessScreen = lazy(() =>
  import('../../features/readiness/readiness-screen.tsx').then((module) => ({
    default: module.ReadinessScreen,
  })),
)
const ForecastScreen = lazy(() =>
  import('../../features/forecast/forecast-screen.tsx').then((module) => ({
    default: module.ForecastScreen,
  })),
)
const CompareScreen = lazy(() =>
  import('../../features/readiness/compare-screen.tsx').then((module) => ({
    default: module.CompareScreen,
  })),
)

function Score() {
  return (
    <Suspense fallback={null}>
      <ReadinessScreen begin={begin} />
    </Suspense>
  )
}

function Forecast() {
  return (
    <Suspense fallback={null}>
      <ForecastScreen />
    </Suspense>
  )
}

function Compare() {
  return (
    <Suspense fallback={null}>
      <CompareScreen />
    </Suspense>
  )
}

const pages: readonly SectionPage[] = [
  { path: '/readiness', label: 'Score', page: Score },
  { path: '/readiness/forecast', label: 'Forecast', page: Forecast },
  { path: '/readiness/compare', label: 'Compare levels', page: Compare },
]

/** The readiness score, the forecast, and the levels side by side. */
export function ReadinessRoute() {
  return <Section label="Readiness" pages={pages} />
}
