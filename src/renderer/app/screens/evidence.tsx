import { lazy } from 'react'
import { Section, type SectionPage } from '../section.tsx'

const ChecklistPage = lazy(() =>
  import('../../features/career/checklist-page.tsx').then((module) => ({
    default: module.ChecklistPage,
  })),
)
const MetricsPage = lazy(() =>
  import('../../features/career/metrics-page.tsx').then((module) => ({
    default: module.MetricsPage,
  })),
)
const ScopePage = lazy(() =>
  import('../../features/career/scope-page.tsx').then((module) => ({ default: module.ScopePage })),
)
const FormulaPage = lazy(() =>
  import('../../features/career/formula-page.tsx').then((module) => ({
    default: module.FormulaPage,
  })),
)

const pages: readonly SectionPage[] = [
  { path: '/evidence', label: 'Checklist', page: ChecklistPage },
  { path: '/evidence/metrics', label: 'Success metrics', page: MetricsPage },
  { path: '/evidence/scope', label: 'Scope', page: ScopePage },
  { path: '/evidence/formula', label: 'Formula', page: FormulaPage },
]

/** Career evidence: the checklist, the success metrics and the scope. */
export function EvidenceRoute() {
  return <Section label="Evidence" pages={pages} />
}
