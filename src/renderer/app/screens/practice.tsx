import { lazy } from 'react'
import { Section, type SectionPage } from '../section.tsx'

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
]

/** Rehearsals, mock interviews and questions. */
export function PracticeRoute() {
  return <Section label="Practice" pages={pages} />
}
