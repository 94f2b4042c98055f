import { ReportScreen } from '../../features/report/report-screen.tsx'
import { commandOf } from '../commands.ts'
import { isMac } from '../platform.ts'
import { keysOf } from '../shortcuts.ts'

/** The report, with the keys of the command that saves it. */
export function ReportRoute() {
  const [shortcut] = commandOf('report.save').shortcuts
  return <ReportScreen keys={shortcut === undefined ? [] : keysOf(shortcut, isMac)} />
}
