import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Encrypter, type Decrypter } from 'age-encryption'
import type { Work } from '../jobs/work.ts'
import { codeOf, refuse, Refusal } from '../refusal.ts'

/** What is read at once, in bytes. */
const pieceBytes = 1 << 20

/** What was written: its size and SHA-256, and the SHA-256 of what was in it. */
export type Written = Readonly<{ bytes: number; sha256: string; plainSha256: string }>

/**
 * Encrypts a file for a public key into a new one, private to the user and flushed to the disk. Piece by piece, so
 * that its size does not matter. The caller removes what a failure leaves.
 */
export async function encryptFile(
  from: string,
  to: string,
  recipient: string,
  work: Work,
): Promise<Written> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const plain = createHash('sha256')
  const source = await open(from, 'r')
  try {
    const stream = await encrypter.encrypt(streamOf(source, work, (piece) => plain.update(piece)))
    const { bytes, sha256 } = await writeAll(stream, to)
    return { bytes, sha256, plainSha256: plain.digest('hex') }
  } finally {
    await source.close()
  }
}

/**
 * Decrypts a file into a new one, private to the user. Refuses with `noMatch` where none of the keys is the right one,
 * and in words what is damaged. The caller removes what a failure leaves.
 */
export async function decryptFile(
  from: string,
  to: string,
  decrypter: Decrypter,
  work: Work,
  noMatch: () => never,
): Promise<void> {
  const source = await open(from, 'r')
  try {
    const stream = await decrypter.decrypt(streamOf(source, work)).catch(told(noMatch))
    await writeAll(stream, to, told(noMatch))
  } finally {
    await source.close()
  }
}

/** The SHA-256 of a file's bytes, in hex. Blocks for as long as reading it takes. */
export function digestOf(file: string): string {
  const hash = createHash('sha256')
  const source = openSync(file, 'r')
  try {
    const piece = new Uint8Array(pieceBytes)
    for (let n = readSync(source, piece); n > 0; n = readSync(source, piece))
      hash.update(piece.subarray(0, n))
    return hash.digest('hex')
  } finally {
    closeSync(source)
  }
}

/** Whether a file is, byte for byte, what was written. */
export function isWritten(
  file: string,
  { bytes, sha256 }: Pick<Written, 'bytes' | 'sha256'>,
): boolean {
  return statSync(file).size === bytes && digestOf(file) === sha256
}

/** Reads a written file back. Throws when the disk gives back something else than it was given. */
export function requireWritten(file: string, written: Written): void {
  if (isWritten(file, written)) return
  refuse({
    code: 'storage',
    message: 'The disk gives back something else than was written to it.',
    hint: 'Check the disk. The backup was not kept; your data is as it was.',
  })
}

function streamOf(
  source: FileHandle,
  work: Work,
  see: (piece: Uint8Array) => void = () => {},
): ReadableStream<Uint8Array> {
  let done = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      work.checkCancel()
      const piece = new Uint8Array(pieceBytes)
      const { bytesRead } = await source.read(piece, 0, piece.length, null)
      if (bytesRead === 0) return controller.close()
      const read = piece.subarray(0, bytesRead)
      see(read)
      controller.enqueue(read)
      done += bytesRead
      work.progress(done / Math.max(done, (await source.stat()).size))
    },
  })
}

async function writeAll(
  stream: ReadableStream<Uint8Array>,
  to: string,
  failed: (thrown: unknown) => never = rethrow,
): Promise<Readonly<{ bytes: number; sha256: string }>> {
  const hash = createHash('sha256')
  let bytes = 0
  const target = await open(to, 'wx', 0o600)
  try {
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await reader.read().catch(failed)
      if (done) break
      await target.writeFile(value)
      hash.update(value)
      bytes += value.length
    }
    await target.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await target.close()
  }
}

function rethrow(thrown: unknown): never {
  throw thrown
}

/** What the library throws, in words; what the disk or a cancel says goes on as it is. */
function told(noMatch: () => never) {
  return (thrown: unknown): never => {
    if (!(thrown instanceof Error) || thrown instanceof Refusal) throw thrown
    if (codeOf(thrown) !== '') throw thrown
    if (thrown.message.startsWith('no identity matched')) return noMatch()
    return refuse({
      code: 'storage',
      message: 'The encrypted backup is damaged.',
      hint: 'Choose another one. Your data was left untouched.',
    })
  }
}
