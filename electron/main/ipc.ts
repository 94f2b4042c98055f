import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Result } from '#contract/errors.ts'
import type { Engine, Log } from '#engine/api.ts'
import { failureOf } from '#engine/failure.ts'
import type { PageJobs } from '#engine/page-jobs.ts'
import { ASK, TELL, type AskChannel, type TellChannel } from '../preload/channels.ts'
import type { BackupPlaces } from './backups.ts'
import type { ReportSaver } from './report.ts'
import type { FileSaver } from './save-file.ts'
import { isOurFrame } from './security.ts'
import type { FileTransfer } from './transfer.ts'
import type { StoryFiles } from './story-files.ts'

export type IpcDeps = Readonly<{
  ipcMain: Pick<IpcMain, 'handle' | 'on'>
  engine: Pick<Engine, 'callUntrusted'>
  jobs: Pick<PageJobs, 'run' | 'call' | 'cancel'>
  reports: Pick<ReportSaver, 'build' | 'save' | 'open'>
  transfer: FileTransfer
  backups: BackupPlaces
  files: Pick<FileSaver, 'show'>
  storyFiles: StoryFiles
  playbookFiles: StoryFiles
  pageOrigin: string
  /** Whether contents are those of the app's own window. */
  isOurs: (contents: WebContents) => boolean
  onListening: () => void
  /** Seconds since the last key or pointer anywhere on this computer. */
  idleSeconds: () => number
  /** Shows a message outside the window. What it carries is not checked yet. */
  notify: (message: unknown) => void
  log: Log
}>

const REFUSED: Result<never> = {
  ok: false,
  error: { code: 'internal', message: 'This request did not come from the Loopready window.' },
}

const BROKEN: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message: 'Something went wrong in the Loopready window.',
    hint: 'Try again. If it happens again, restart the app; what was saved is on disk.',
  },
}

/**
 * Answers the page. Every message is checked for its sender first; what it carries is checked by the schema of the
 * call, in the engine. Answers are always a `Result`: a rejected promise would lose its cause on the way.
 */
export function answerPage(deps: IpcDeps): void {
  const answers: Readonly<Record<AskChannel, (...args: unknown[]) => unknown>> = {
    [ASK.call]: (name, input) => deps.engine.callUntrusted(name, input),
    [ASK.runJob]: (job, name, input) => deps.jobs.call(job, name, input),
    [ASK.buildReport]: (job, input) =>
      deps.jobs.run(job, (options) => deps.reports.build(input, options)),
    [ASK.saveReport]: (handle) => deps.reports.save(handle),
    [ASK.openReport]: (opens) => deps.reports.open(opens),
    [ASK.saveExport]: (job, input) =>
      deps.jobs.run(job, (options) => deps.transfer.save(input, options)),
    [ASK.showSaved]: (handle) => deps.files.show(handle),
    [ASK.chooseImportFile]: () => deps.transfer.choose(),
    [ASK.receiveFile]: (name, bytes) => deps.transfer.receive(name, bytes),
    [ASK.chooseBackupFile]: () => deps.backups.chooseFile(),
    [ASK.chooseBackupFolder]: (which) => deps.backups.chooseFolder(which),
    [ASK.saveStoryFiles]: (files) => deps.storyFiles.save(files),
    [ASK.chooseStoryFiles]: () => deps.storyFiles.choose(),
    [ASK.savePlaybookFiles]: (files) => deps.playbookFiles.save(files),
    [ASK.choosePlaybookFiles]: () => deps.playbookFiles.choose(),
    [ASK.idleSeconds]: deps.idleSeconds,
  }
  const receivers: Readonly<Record<TellChannel, (...args: unknown[]) => void>> = {
    [TELL.cancelJob]: (job) => deps.jobs.cancel(job),
    [TELL.listening]: deps.onListening,
    [TELL.notify]: (message) => deps.notify(message),
  }
  for (const [channel, answer] of Object.entries(answers))
    deps.ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isFromOurPage(event, deps)) return refuse(channel, deps.log)
      try {
        return await answer(...args)
      } catch (error) {
        deps.log('error', 'page request failed', { channel, ...failureOf(error) })
        return BROKEN
      }
    })
  for (const [channel, receive] of Object.entries(receivers))
    deps.ipcMain.on(channel, (event, ...args: unknown[]) => {
      if (isFromOurPage(event, deps)) receive(...args)
      else refuse(channel, deps.log)
    })
}

/**
 * Whether a message is from the main frame of our window, showing our page. An embedded frame, a frame that has
 * navigated away, or contents that someone else made, get nothing.
 */
function isFromOurPage(
  event: Pick<IpcMainInvokeEvent | IpcMainEvent, 'sender' | 'senderFrame'>,
  deps: Pick<IpcDeps, 'isOurs' | 'pageOrigin'>,
): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    deps.isOurs(event.sender) &&
    isOurFrame(frame.url, deps.pageOrigin)
  )
}

function refuse(channel: string, log: Log): Result<never> {
  log('warn', 'message refused: it is not from our page', { channel })
  return REFUSED
}
