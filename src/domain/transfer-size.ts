import type { CallError } from '#contract/errors.ts'

const MIB = 1024 * 1024

/** The largest file that is taken for an import, in bytes: 64 MiB. */
export const largestFile = 64 * MIB

/** What to say of a file of so many bytes; null where it can be taken. For all who see the size before the content. */
export function sizeError(bytes: number): CallError | null {
  if (bytes === 0)
    return {
      code: 'invalid-input',
      field: 'file',
      message: 'The file is empty.',
      hint: 'Choose another, or export it again.',
    }
  if (bytes <= largestFile) return null
  return {
    code: 'invalid-input',
    field: 'file',
    message: `The file is too large: ${Math.ceil(bytes / MIB)} MiB, and ${largestFile / MIB} MiB at most can be imported.`,
    hint: 'Export fewer columns or a shorter time, or split it.',
  }
}
