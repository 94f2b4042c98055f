/** What the page asks of the main process and waits for: the whole list, so that a channel cannot be misspelt. */
export const ASK = {
  call: 'call',
  runJob: 'run-job',
  buildReport: 'build-report',
  saveReport: 'save-report',
  openReport: 'open-report',
  saveExport: 'save-export',
  showSaved: 'show-saved',
  chooseImportFile: 'choose-import-file',
  receiveFile: 'receive-file',
  chooseBackupFile: 'choose-backup-file',
  chooseBackupFolder: 'choose-backup-folder',
  saveStoryFiles: 'save-story-files',
  chooseStoryFiles: 'choose-story-files',
  savePlaybookFiles: 'save-playbook-files',
  choosePlaybookFiles: 'choose-playbook-files',
  idleSeconds: 'idle-seconds',
} as const

/** What the page tells the main process without waiting for an answer. */
export const TELL = {
  cancelJob: 'cancel-job',
  /** The page listens to menu commands from now on; those given before are sent to it now. */
  listening: 'listening',
  /** Something to say outside the window. */
  notify: 'notify',
} as const

/** What the main process tells the page. */
export const NOTICE = {
  change: 'change',
  jobProgress: 'job-progress',
  command: 'command',
  connection: 'connection',
  /** The computer woke up or was unlocked. */
  wake: 'wake',
} as const

export type AskChannel = (typeof ASK)[keyof typeof ASK]
export type TellChannel = (typeof TELL)[keyof typeof TELL]
export type NoticeChannel = (typeof NOTICE)[keyof typeof NOTICE]
