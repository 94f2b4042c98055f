import {
  AudioLines,
  BadgeCheck,
  BookOpenText,
  BookPlus,
  CalendarCheck,
  ChartColumn,
  CircleUserRound,
  FileInput,
  FileOutput,
  FileSearch,
  FileText,
  Gauge,
  Grid3x3,
  History,
  Keyboard,
  Library,
  List,
  ListTree,
  MessageCircleQuestion,
  Mic,
  PencilLine,
  Plus,
  Redo2,
  Search,
  Shuffle,
  Sigma,
  ShieldCheck,
  TextCursorInput,
  Square,
  Timer,
  Trash2,
  Undo2,
  Users,
  FileDown,
  type LucideIcon,
} from 'lucide-react'
import { navigate } from 'wouter/use-hash-location'
import type { CommandId } from '#contract/bridge.ts'
import { createStore } from '../ui/store.ts'
import { openQuickAdd } from '../features/quick-add/quick-add-window.ts'
import { editLatestSession } from '../features/sessions/edit-latest.ts'
import { focusLogSearch } from '../features/sessions/log-state.ts'
import { newStory } from '../features/stories/new-story.ts'
import { pastWindow } from '../features/sessions/past-window.ts'
import { openSessionForm } from '../features/sessions/session-form-window.ts'
import { discardTimer, stopTimer, toggleTimer } from '../features/timer/actions.ts'
import { askForExport } from '../features/transfer/exporting.ts'
import { openImport } from '../features/transfer/import-window.ts'
import { redo, undo } from '../bridge/history.ts'
import { saveReport } from '../bridge/report-saving.ts'
import type { Shortcut } from './shortcuts.ts'

/** Something that the person can have done, the same from the sidebar, the native menu and the keyboard. */
export type Command = Readonly<{
  id: CommandId
  label: string
  icon: LucideIcon
  /** The first one is shown; all of them work. */
  shortcuts: readonly Shortcut[]
  /** Where the shortcuts dialog lists it. */
  group: 'Screens' | 'Actions'
  run: () => void
}>

/** Whether the list of shortcuts is open. */
export const shortcutsShown = createStore(false)

/** Whether the command palette is open. */
export const paletteShown = createStore(false)

/** The address of each screen within the page. */
export const screenPaths = {
  'go.today': '/',
  'go.log': '/log',
  'go.plan': '/plan',
  'go.stories': '/stories',
  'go.practice': '/practice',
  'go.evidence': '/evidence',
  'go.readiness': '/readiness',
  'go.report': '/report',
  'go.profile': '/profile',
} as const satisfies Partial<Record<CommandId, string>>

/** The page of the profile's section that data goes in and out by. */
export const dataPath = '/profile/data'

/** The page of the profile's section that the backups are on. */
export const safetyPath = '/profile/safety'

export type ScreenCommandId = keyof typeof screenPaths

function screen(id: ScreenCommandId, label: string, icon: LucideIcon, digit?: string): Command {
  return {
    id,
    label,
    icon,
    shortcuts: digit === undefined ? [] : [{ key: digit }, { key: digit, mod: true }],
    group: 'Screens',
    run: () => {
      navigate(screenPaths[id])
    },
  }
}

/** A page within a section: found by its name, and under the section's own tabs. */
function page(id: CommandId, label: string, icon: LucideIcon, path: string): Command {
  return {
    id,
    label,
    icon,
    shortcuts: [],
    group: 'Screens',
    run: () => {
      navigate(path)
    },
  }
}

/** Every command. The sidebar, the keyboard, the native menu and the shortcuts dialog all read this one list. */
export const commands: readonly Command[] = [
  screen('go.today', 'Today', CalendarCheck, '1'),
  screen('go.log', 'Log', List, '2'),
  screen('go.plan', 'Plan', ChartColumn, '3'),
  screen('go.stories', 'Stories', BookOpenText, '4'),
  screen('go.practice', 'Practice', Mic, '5'),
  screen('go.evidence', 'Evidence', BadgeCheck, '6'),
  screen('go.readiness', 'Readiness', Gauge, '7'),
  screen('go.report', 'Report', FileText, '8'),
  screen('go.profile', 'Profile', CircleUserRound),
  page('go.coverage', 'Coverage matrix', Grid3x3, '/stories/coverage'),
  page('go.loop', 'Loop simulator', Shuffle, '/stories/loop'),
  page('go.finder', 'Find a story for a question', FileSearch, '/stories/find'),
  page('go.figures', 'Figures', Sigma, '/stories/figures'),
  page('go.rehearse', 'Rehearse a story', AudioLines, '/practice'),
  page('go.mocks', 'Mock interviews', Users, '/practice/mocks'),
  page('go.questions', 'Interview questions', MessageCircleQuestion, '/practice/questions'),
  page('go.followUps', 'Follow-up questions', ListTree, '/practice/follow-ups'),
  page('go.caseStudies', 'Case studies', Library, '/practice/case-studies'),
  {
    id: 'session.new',
    label: 'New session',
    icon: Plus,
    shortcuts: [{ key: 'n' }],
    group: 'Actions',
    run: () => {
      openSessionForm({ kind: 'new' })
    },
  },
  {
    id: 'session.editLatest',
    label: 'Edit the latest session',
    icon: PencilLine,
    shortcuts: [{ key: 'e' }],
    group: 'Actions',
    run: () => void editLatestSession(),
  },
  {
    id: 'session.quickAdd',
    label: 'Quick add',
    icon: TextCursorInput,
    shortcuts: [{ key: 'q' }, { key: 'l', mod: true, shift: true }],
    group: 'Actions',
    run: () => {
      openQuickAdd()
    },
  },
  {
    id: 'story.new',
    label: 'New story',
    icon: BookPlus,
    shortcuts: [{ key: 'n', shift: true }],
    group: 'Actions',
    run: () => void newStory(),
  },
  {
    id: 'timer.toggle',
    label: 'Start, pause or resume the timer',
    icon: Timer,
    shortcuts: [{ key: 't' }],
    group: 'Actions',
    run: () => void toggleTimer(),
  },
  {
    id: 'timer.stop',
    label: 'Stop the timer and log the session',
    icon: Square,
    shortcuts: [{ key: 't', shift: true }],
    group: 'Actions',
    run: () => void stopTimer(),
  },
  {
    id: 'timer.discard',
    label: 'Discard the timer',
    icon: Trash2,
    shortcuts: [],
    group: 'Actions',
    run: () => void discardTimer(),
  },
  {
    id: 'log.search',
    label: 'Search the log',
    icon: Search,
    shortcuts: [{ key: '/' }],
    group: 'Actions',
    run: () => {
      navigate(screenPaths['go.log'])
      focusLogSearch()
    },
  },
  {
    id: 'log.past',
    label: 'Trash and changes',
    icon: History,
    shortcuts: [],
    group: 'Actions',
    run: () => {
      navigate(screenPaths['go.log'])
      pastWindow.set('trash')
    },
  },
  {
    id: 'report.save',
    label: 'Save report',
    icon: FileDown,
    shortcuts: [{ key: 'e', mod: true }],
    group: 'Actions',
    run: () => {
      navigate(screenPaths['go.report'])
      void saveReport()
    },
  },
  {
    id: 'data.import',
    label: 'Import…',
    icon: FileInput,
    shortcuts: [],
    group: 'Actions',
    run: () => {
      openImport()
    },
  },
  {
    id: 'data.export',
    label: 'Export…',
    icon: FileOutput,
    shortcuts: [],
    group: 'Actions',
    run: () => {
      navigate(dataPath)
      askForExport()
    },
  },
  {
    id: 'data.safety',
    label: 'Backups and safety',
    icon: ShieldCheck,
    shortcuts: [],
    group: 'Actions',
    run: () => {
      navigate(safetyPath)
    },
  },
  {
    id: 'history.undo',
    label: 'Undo',
    icon: Undo2,
    shortcuts: [{ key: 'z', mod: true }],
    group: 'Actions',
    run: () => void undo(),
  },
  {
    id: 'history.redo',
    label: 'Redo',
    icon: Redo2,
    shortcuts: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
    group: 'Actions',
    run: () => void redo(),
  },
  {
    id: 'palette.open',
    label: 'Command palette',
    icon: Search,
    shortcuts: [{ key: 'k', mod: true }],
    group: 'Actions',
    run: () => {
      paletteShown.set(true)
    },
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    icon: Keyboard,
    shortcuts: [{ key: '?' }],
    group: 'Actions',
    run: () => {
      shortcutsShown.set(true)
    },
  },
]

/** The command of an id. */
export function commandOf(id: CommandId): Command {
  const command = commands.find((candidate) => candidate.id === id)
  if (command === undefined) throw new Error(`No command is called ${id}`)
  return command
}
