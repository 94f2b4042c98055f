import type { ReceivedFile } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import { sizeError } from '#domain/transfer-size.ts'
import { bridge } from '../../bridge/bridge.ts'

/** Hands a dropped file over for an import; one that is too large, or no file, is refused before it is read. */
export async function handOver(file: File): Promise<Result<ReceivedFile>> {
  const isReadable = await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
  if (!isReadable)
    return {
      ok: false,
      error: {
        code: 'invalid-input',
        field: 'file',
        message: `“${file.name}” cannot be read: it is a folder, or it was moved.`,
        hint: 'Choose the file that the other program has exported.',
      },
    }
  const error = sizeError(file.size)
  return error === null ? bridge.receiveFile(file.name, file) : { ok: false, error }
}
