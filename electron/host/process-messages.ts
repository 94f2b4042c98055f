import type { CallError } from '#contract/errors.ts'

/** What the process that holds engine and server is started with. The secret goes this way so that nobody lists it. */
export type HostStart = Readonly<{
  dataDir: string
  /** Holds `data/` and `resources/`. */
  assetsDir: string
  /** The built page. */
  pagesDir: string
  /** 0: any that is free. */
  port: number
  /** The secret of the cookie: the same after a crash, so that the windows that were let in still are. */
  cookieSecret: string
}>

export type ToHostProcess = Readonly<{ type: 'start'; options: HostStart } | { type: 'stop' }>

export type FromHostProcess = Readonly<
  | { type: 'ready'; port: number }
  /** Another process is the host of the data folder. */
  | { type: 'other' }
  | { type: 'refused'; error: CallError }
>

/**
 * Exit statuses by which the process says what has ended it; the crash itself is reported by then. Any other status but
 * 0, or a signal, is an end that it could say nothing about.
 */
export const hostStatus = { failed: 70, engineFailed: 71 } as const
