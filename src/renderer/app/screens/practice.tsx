import { lazy } from 'react'
import { Section, type SectionPage } from '../section.tsx'

const MocksScreen = lazy(() =>
  import('../../features/mocks/mocks-screen.tsx').then((module) => ({
    default: module.MocksScreen,
  })),
)
const ScorecardScreen = lazy(() =>
  import('../../features/mocks/scorecard-screen.tsx').then((module) => ({
    default: module.ScorecardScreen,
  })),
)
const QuestionsScreen = lazy(() =>
  import('../../features/questions/questions-screen.tsx').then((module) => ({
    default: module.QuestionsScreen,
  })),
)

const FollowUpsScreen = lazy(() =>
  import('../../features/questions/follow-ups-screen.tsx').then((module) => ({
    default: module.FollowUpsScreen,
  })),
)
const CaseStudiesScreen = lazy(() =>
  import('../../features/case-studies/case-studies-screen.tsx').then((module) => ({
    default: module.CaseStudiesScreen,
  })),
)

const pages: readonly SectionPage[] = [
  {
    path: '/practice',
    label: 'Rehearse',
    page: lazy(() =>
      import('../../features/rehearsals/due-screen.tsx').then((m) => ({ default: m.DueScreen })),
    ),
  },
  {
    path: '/practice/rehearse/:storyId',
    page: lazy(() =>
      import('../../features/rehearsals/rehearse-page.tsx').then((m) => ({
        default: m.RehearsePage,
      })),
    ),
  },
  { path: '/practice/mocks', label: 'Mock interviews', page: MocksScreen },
  { path: '/practice/mocks/:id', page: ScorecardScreen },
  { path: '/practice/questions', label: 'Questions', page: QuestionsScreen },
  { path: '/practice/follow-ups', label: 'Follow-ups', page: FollowUpsScreen },
  { path: '/practice/case-studies', label: 'Case studies', page: CaseStudiesScreen },
]

/** Rehearsals, mock interviews and questions. */
export function PracticeRoute() {
  return <Section label="Practice" pages={pages} />
}
