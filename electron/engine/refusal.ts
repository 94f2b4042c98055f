import type { CallError } from '#contract/errors.ts'

/** Thrown where the knowledge is; turned into an error value once, in dispatch. Rolls the call's transaction back. */
export class Refusal extends Error {
  readonly error: CallError

  constructor(error: CallError) {
    super(error.message)
    this.name = 'Refusal'
    this.error = error
  }
}

/** Ends the call with an error value. */
export function refuse(error: CallError): never {
  throw new Refusal(error)
}

/**
 * Runs every check, so that a person sees all that is wrong at once and not one thing at a time. Returns their
 * values; refuses with the first error and the `others` when any check refused.
 */
export function checkAll<T extends readonly unknown[]>(
  ...checks: { [I in keyof T]: () => T[I] }
): T {
  const errors: CallError[] = []
  const values = checks.map((check) => {
    try {
      return check()
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      errors.push(thrown.error)
      return undefined
    }
  })
  const [first, ...rest] = errors
  if (!first) return values as unknown as T
  const others = rest.flatMap(({ field, message, hint }) =>
    field === undefined ? [] : [{ field, message, ...(hint === undefined ? {} : { hint }) }],
  )
  return refuse(others.length > 0 ? { ...first, others } : first)
}

const fullDisk = {
  message: 'The disk is full, so the file was not written.',
  hint: 'Free some space and try again; what was saved before is intact.',
}
const readOnly = {
  message: 'A file or its folder cannot be written.',
  hint: 'Check that the folder belongs to you and is not write-protected; what was saved before is intact.',
}

const storageHints: Record<string, Pick<CallError, 'message' | 'hint'>> = {
  SQLITE_FULL: {
    message: 'The disk is full, so nothing was saved.',
    hint: 'Free some space and try again; what was saved before is intact.',
  },
  SQLITE_READONLY: {
    message: 'The data file cannot be written, so nothing was saved.',
    hint: 'Check that the data folder and its files belong to you and are not write-protected.',
  },
  SQLITE_BUSY: {
    message: 'Another program holds the data file, so nothing was saved.',
    hint: 'Try again in a moment; close other programs that have the file open.',
  },
  SQLITE_IOERR: {
    message: 'The disk reported an error, so nothing was saved.',
    hint: 'Check the disk; what was saved before is kept in the file.',
  },
  SQLITE_CORRUPT: {
    message: 'The data file is damaged.',
    hint: 'Close Loopready and put back a backup from the backups folder.',
  },
  SQLITE_NOTADB: {
    message: 'The data file is not a Loopready database.',
    hint: 'Move it elsewhere, or choose another data folder.',
  },
  SQLITE_CANTOPEN: {
    message: 'The data file cannot be opened.',
    hint: 'Check that the data folder exists and belongs to you.',
  },
  // What the system says of the files beside it: backups, recordings, files on their way in or out.
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  EROFS: readOnly,
  EACCES: readOnly,
  EPERM: readOnly,
  EFBIG: {
    message: 'The disk takes no file of this size, so the file was not written.',
    hint: 'Choose a folder on another disk; what was saved before is kept.',
  },
  EIO: {
    message: 'The disk reported an error, so the file was not written.',
    hint: 'Check the disk; what was saved before is kept.',
  },
}

/** The error value for anything thrown. Unknown failures become `internal`: their text stays in the log. */
export function errorOf(thrown: unknown): CallError {
  if (thrown instanceof Refusal) return thrown.error
  const code = codeOf(thrown)
  const known = Object.entries(storageHints).find(([prefix]) => code.startsWith(prefix))
  if (known) return { code: 'storage', ...known[1] }
  return {
    code: 'internal',
    message: 'Something went wrong inside Loopready; nothing was changed.',
    hint: 'Try again. If it happens again, the log in the data folder says more.',
  }
}

/** The `code` of a system or SQLite error, or an empty string. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : ''
}
