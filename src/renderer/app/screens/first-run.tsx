import type { OutputOf } from '#contract/index.ts'
import { FirstRunScreen } from '../../features/profile/first-run-screen.tsx'
import { openImport } from '../../features/transfer/import-window.ts'
import icon from '../icon.svg'

/** The screen before there is a profile. */
export function FirstRun({ today }: Readonly<{ today: OutputOf<'profile.get'>['today'] }>) {
  return (
    <FirstRunScreen
      today={today}
      icon={icon}
      onImport={() => {
        openImport()
      }}
    />
  )
}
