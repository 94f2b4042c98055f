import type { CallName, InputOf, OutputOf } from './index.ts'
import type { Noun } from './call.ts'
import type { Result } from './errors.ts'
import type { ReportInput } from './report.ts'
import type { StoryFile } from './story-files.ts'

/** A command that the desktop menu or tray sends to the page; the page's own command registry carries it out. */
export type CommandId =
  | 'go.today'
  | 'go.log'
  | 'go.plan'
  | 'go.stories'
  | 'go.practice'
  | 'go.evidence'
  | 'go.readiness'
  | 'go.report'
  | 'go.profile'
  | 'session.new'
  | 'session.quickAdd'
  | 'story.new'
  | 'timer.toggle'
  | 'timer.stop'
  | 'timer.discard'
  | 'log.search'
  | 'report.save'
  | 'history.undo'
  | 'history.redo'
  | 'palette.open'
  | 'help.shortcuts'

/** A saved report: its name for people, and whether the shell can show it in its folder. */
export type SavedReport = Readonly<{
  fileName: string
  pages: number
  /** Opaque: handed back to `showReport`. Null where the shell cannot show it. */
  handle: string | null
}>

/** Story files that were saved: their names. */
export type SavedStoryFiles = Readonly<{ fileNames: readonly string[] }>

/** A text file that the person chose: its name, without its folder, and what is in it. */
export type ChosenStoryFile = Readonly<{ name: string; text: string }>

/**
 * All that the page may ask of the shell it runs in. The desktop preload and the browser client both implement it.
 * No path ever crosses it.
 */
export type Bridge = Readonly<{
  shell: 'desktop' | 'browser'
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  /** Tells which nouns changed, whoever changed them: this window, another, or the terminal. Returns the unsubscribe. */
  onChange(listener: (nouns: readonly Noun[]) => void): () => void
  /** Builds the report and saves it where the person says. `value` is null when the person cancelled. */
  saveReport(input: ReportInput): Promise<Result<SavedReport | null>>
  /** Cancels the report that is being built; `saveReport` then answers `canceled`. */
  cancelReport(): void
  /** Tells how far the report is, 0 to 1. Returns the unsubscribe. */
  onReportProgress(listener: (done: number) => void): () => void
  /** Shows a saved report in its folder. */
  showReport(handle: string): Promise<void>
  /** Saves stories where the person says. `value` is null when the person cancelled. */
  saveStoryFiles(files: readonly StoryFile[]): Promise<Result<SavedStoryFiles | null>>
  /** Asks for Markdown files and reads them. `value` is null when the person cancelled. */
  chooseStoryFiles(): Promise<Result<readonly ChosenStoryFile[] | null>>
  /** Commands of the native menu. Returns the unsubscribe. */
  onCommand(listener: (command: CommandId) => void): () => void
  /** Seconds since the last key or pointer anywhere on this computer; null where the shell cannot know. */
  idleSeconds(): Promise<number | null>
  /** The computer woke up or was unlocked. Returns the unsubscribe. */
  onWake(listener: () => void): () => void
  /** Says something outside the window, where the shell can. The page says it too. */
  notify(message: Readonly<{ title: string; body: string }>): void
  /** Whether the engine can be reached; false when the host was stopped. Returns the unsubscribe. */
  onConnection(listener: (connected: boolean) => void): () => void
}>
