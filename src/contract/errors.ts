/** What can go wrong, in the contract's terms. Shells map a code to an exit status, an HTTP status, a place on screen. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'no-profile'
  | 'conflict'
  | 'overlap'
  | 'nothing-to-undo'
  | 'playbook-broken'
  | 'storage'
  | 'newer-file'
  | 'canceled'
  | 'internal'

/**
 * An error as a value. `message` says what was wrong in a sentence for people; `field` names the input that it
 * stands beside; `hint` says what to do.
 */
export type CallError = Readonly<{
  code: ErrorCode
  message: string
  field?: string
  hint?: string
  /** More errors of the same input, one per field, when several fields are wrong at once. */
  others?: readonly Readonly<{ message: string; field: string; hint?: string }>[]
}>

/** The answer of every call: its output and, where something can be taken back, the change's id; or an error value. */
export type Result<T> =
  | Readonly<{ ok: true; value: T; change?: number }>
  | Readonly<{ ok: false; error: CallError }>
