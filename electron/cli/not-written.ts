import { codeOf } from '#engine/refusal.ts'

/** Why a file could not be written, as the end of a sentence. */
export function reasonNotWritten(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'its folder does not exist; make it first'
    case 'ENOTDIR':
      return 'part of its path is a file'
    case 'EACCES':
    case 'EPERM':
      return 'you have no right to write there; choose another place'
    case 'EROFS':
      return 'the disk is read-only; choose another place'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; free some space'
    case 'EFBIG':
      return 'the disk takes no file of this size; choose another disk'
    case 'EIO':
      return 'the disk reported an error; check it, or choose another'
    case 'ENAMETOOLONG':
      return 'the name is too long; choose a shorter one'
    case 'EISDIR':
      return 'there is a folder of that name; choose another'
    case 'EBUSY':
      return 'another program has it open; close it there'
    default:
      return `the system says ${codeOf(error) || 'nothing more'}`
  }
}
