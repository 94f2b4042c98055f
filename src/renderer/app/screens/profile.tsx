import { lazy } from 'react'
import { ProfileScreen } from '../../features/profile/profile-screen.tsx'
import { shelfPath } from '../../features/playbooks/addresses.ts'
import { dataPath, safetyPath, screenPaths } from '../commands.ts'
import { Section, type SectionPage } from '../section.tsx'

const pages: readonly SectionPage[] = [
  { path: screenPaths['go.profile'], label: 'Profile', page: ProfileScreen },
  {
    path: dataPath,
    label: 'Data',
    page: lazy(() =>
      import('../../features/transfer/data-screen.tsx').then((m) => ({ default: m.DataScreen })),
    ),
  },
  {
    path: safetyPath,
    label: 'Safety',
    page: lazy(() =>
      import('../../features/safety/safety-screen.tsx').then((m) => ({ default: m.SafetyScreen })),
    ),
  },
  {
    path: shelfPath,
    label: 'Playbooks',
    page: lazy(() =>
      import('../../features/playbooks/shelf-page.tsx').then((m) => ({ default: m.PlaybooksPage })),
    ),
  },
  {
    path: `${shelfPath}/:id`,
    page: lazy(() =>
      import('../../features/playbooks/playbook-page.tsx').then((m) => ({
        default: m.PlaybookPage,
      })),
    ),
  },
]

/** The person, the target, and what is kept of both. */
export function ProfileRoute() {
  return <Section label="Profile" pages={pages} />
}
