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
  | 'go.coverage'
  | 'go.loop'
  | 'go.finder'
  | 'go.figures'
  | 'go.rehearse'
  | 'go.mocks'
  | 'go.questions'
  | 'go.followUps'
  | 'go.caseStudies'
  | 'session.new'
  | 'session.quickAdd'
  | 'session.editLatest'
  | 'story.new'
  | 'timer.toggle'
  | 'timer.stop'
  | 'timer.discard'
  | 'log.search'
  | 'log.past'
  | 'report.save'
  | 'data.import'
  | 'data.export'
  | 'data.safety'
  | 'history.undo'
  | 'history.redo'
  | 'palette.open'
  | 'help.shortcuts'

/** A saved file: its name for people, and whether the shell can show it in its folder. */
export type SavedFile = Readonly<{
  fileName: string
  /** Opaque: handed back to `showSaved`. Null where the shell cannot show it. */
  handle: string | null
}>

/** A report that was built. The shell holds it under its handle, so that these very bytes can be saved. */
export type BuiltReport = OutputOf<'report.build'> & Readonly<{ handle: string }>

/** A saved report. */
export type SavedReport = SavedFile &
  Readonly<{
    pages: number
    /** Opaque: handed back to `openReport`. Null where the shell cannot open it. */
    opens: string | null
  }>

/** A saved export, with the number of sessions in it. */
export type SavedExport = SavedFile & Readonly<{ sessions: number }>

/** A file that the engine holds for an import. */
export type ReceivedFile = OutputOf<'transfer.receive'>

/** What the page has of a dropped file: a `Blob`, in words that need no browser. */
export type FileContent = Readonly<{ size: number; arrayBuffer(): Promise<ArrayBuffer> }>

/** The jobs that the page begins by their names. Those that end in a saved file have a way of their own. */
export type PageJob =
  | 'transfer.unlock'
  | 'transfer.inspect'
  | 'transfer.preview'
  | 'transfer.import'
  | 'transfer.discard'
  | 'backups.make'
  | 'backups.adopt'
  | 'backups.preview'
  | 'backups.restore'
  | 'backups.remove'
  | 'backups.view'
  | 'backups.leave'
  | 'backups.encrypt'
  | 'backups.stopEncrypting'
  | 'backups.changePassphrase'
  | 'backups.encryptEarlier'
  | 'backups.removeUnencrypted'
  | 'backups.dismissRecovery'
  | 'diagnostics.check'
  | 'diagnostics.pageFailed'

/** Where backups are to go: where a dialog says, or to the folder inside the data folder. */
export type BackupFolderChoice = 'ask' | 'usual'

/** How far a job is, 0 to 1. */
export type JobProgress = Readonly<{ job: string; done: number }>
/** Story files that were saved: their names. */
export type SavedStoryFiles = Readonly<{ fileNames: readonly string[] }>

/** A text file that the person chose: its name, without its folder, and what is in it. */
export type ChosenStoryFile = Readonly<{ name: string; text: string }>

/**
 * All that the page may ask of the shell it runs in. The desktop preload and the browser client both implement it.
 * No path ever crosses it.
 *
 * `job` names long work: a UUID that the page makes, so that a window hears of its own work and cancels that alone.
 */
export type Bridge = Readonly<{
  shell: 'desktop' | 'browser'
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  /** Tells which nouns changed, whoever changed them: this window, another, or the terminal. Returns the unsubscribe. */
  onChange(listener: (nouns: readonly Noun[]) => void): () => void
  /** Carries out a job. A page that goes away cancels it, and then nothing was changed. */
  runJob<N extends PageJob>(job: string, name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>
  /** Cancels a job, also one that saves a file; it then answers `canceled`. */
  cancelJob(job: string): void
  /** Tells how far jobs are; another window's may be among them. Returns the unsubscribe. */
  onJobProgress(listener: (progress: JobProgress) => void): () => void
  /** Builds a report, to be looked at and saved. The shell holds the latest few. */
  buildReport(job: string, input: ReportInput): Promise<Result<BuiltReport>>
  /**
   * Saves a built report where the person says, without building it again. `value` is null when the person cancelled;
   * `not-found` when the shell does not hold it any more, `storage` when it could not be written: it is held on then.
   */
  saveReport(handle: string): Promise<Result<SavedReport | null>>
  /** Opens a saved report: in the desktop the file, in the system's program for it; in a browser its pages, in a tab. */
  openReport(opens: string): Promise<Result<null>>
  /** Writes an export and saves it where the person says. `value` is null when the person cancelled. */
  saveExport(job: string, input: InputOf<'transfer.export'>): Promise<Result<SavedExport | null>>
  /** Shows a saved file in its folder. */
  showSaved(handle: string): Promise<void>
  /** Lets the person choose a file and hands it over for an import. `value` is null when the person chose none. */
  chooseImportFile(): Promise<Result<ReceivedFile | null>>
  /** Hands over a file that was dropped on the window. */
  receiveFile(name: string, content: FileContent): Promise<Result<ReceivedFile>>
  /** Lets the person choose a backup from anywhere and hands it over. `value` is null when the person chose none. */
  chooseBackupFile(): Promise<Result<ReceivedFile | null>>
  /**
   * Keeps backups from now on in a folder that the person chooses, or in the usual one. `value` is false when the
   * person chose none. A browser cannot, and refuses.
   */
  chooseBackupFolder(which: BackupFolderChoice): Promise<Result<boolean>>
  /** Saves stories where the person says. `value` is null when the person cancelled. */
  saveStoryFiles(files: readonly StoryFile[]): Promise<Result<SavedStoryFiles | null>>
  /** Asks for Markdown files and reads them. `value` is null when the person cancelled. */
  chooseStoryFiles(): Promise<Result<readonly ChosenStoryFile[] | null>>
  /** Saves playbooks as YAML files where the person says. `value` is null when the person cancelled. */
  savePlaybookFiles(files: readonly StoryFile[]): Promise<Result<SavedStoryFiles | null>>
  /** Asks for YAML files and reads them. `value` is null when the person cancelled. */
  choosePlaybookFiles(): Promise<Result<readonly ChosenStoryFile[] | null>>
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
