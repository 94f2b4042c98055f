import { LogScreen } from '../../features/sessions/log-screen.tsx'
import { openImport } from '../../features/transfer/import-window.ts'

/** The log, with the way in for sessions that are logged elsewhere. */
export function LogRoute() {
  return (
    <LogScreen
      onImport={() => {
        openImport()
      }}
    />
  )
}
