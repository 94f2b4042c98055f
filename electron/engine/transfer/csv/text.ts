import { closeSync, openSync, readSync } from 'node:fs'
import type { TransferInspection } from '#contract/transfer.ts'
import { refuse } from '../../refusal.ts'

export type Encoding = Extract<TransferInspection, { kind: 'csv' }>['encoding']

const chunkBytes = 256 * 1024

/** Files that people take for a table, by their first bytes. */
const otherFiles: readonly (readonly [string, readonly number[]])[] = [
  ['an Excel workbook or another zipped file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a database', [...new TextEncoder().encode('SQLite format 3')]],
]

/**
 * Finds out how the text of a file is encoded: by its byte order mark, by the pattern of UTF-16, and else UTF-8 where
 * every byte is valid as such; Windows-1252 is what is left. Refuses what is no text. Reads the whole file once.
 */
export function encodingOf(path: string, checkCancel: () => void): Encoding {
  const head = headOf(path)
  const other = otherFiles.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (other) refuseBinary(`This is ${other[0]}`)
  const encoding = encodingByHead(head) ?? (isUtf8(path, checkCancel) ? 'UTF-8' : 'Windows-1252')
  checkText(path, encoding, checkCancel)
  return encoding
}

function refuseBinary(what: string): never {
  return refuse({
    code: 'invalid-input',
    field: 'file',
    message: `${what}, not a table as text.`,
    hint: 'Save or export it as CSV, and choose that file.',
  })
}

function headOf(path: string): Uint8Array {
  for (const bytes of bytesOf(path)) return bytes.slice()
  return new Uint8Array()
}

function encodingByHead(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'UTF-8'
  if (head[0] === 0xff && head[1] === 0xfe)
    return head[2] === 0 && head[3] === 0 ? refuseBinary('This is UTF-32') : 'UTF-16LE'
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE'
  // Text with Latin letters has a zero in every other byte of UTF-16.
  const zeros = [0, 0]
  const looked = Math.min(head.length, 4096) & ~1
  for (let index = 0; index < looked; index += 1)
    if (head[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, looked / 2))
  if (odd > 0.4 && even < 0.05) return 'UTF-16LE'
  return even > 0.4 && odd < 0.05 ? 'UTF-16BE' : null
}

function isUtf8(path: string, checkCancel: () => void): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (const bytes of bytesOf(path)) {
      checkCancel()
      decoder.decode(bytes, { stream: true })
    }
    decoder.decode()
    return true
  } catch (thrown) {
    if (thrown instanceof TypeError) return false
    throw thrown
  }
}

/** Letters that no text holds; a few are forgiven, as programs put them in by mistake. */
const strange = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\ufffe\uffff]/gu

function checkText(path: string, encoding: Encoding, checkCancel: () => void): void {
  let line = 1
  let isFirst = true
  let isBlank = true
  for (const text of chunksOf(path, encoding)) {
    checkCancel()
    const nul = text.indexOf('\0')
    if (nul >= 0)
      refuse({
        code: 'invalid-input',
        field: 'file',
        message: `There is a NUL character in line ${line + newlines(text.slice(0, nul))}, so this is not a table as text.`,
        hint: 'Export the file again, or open it in a spreadsheet and save it as CSV.',
      })
    if (isFirst && (text.match(strange)?.length ?? 0) > text.length / 100)
      refuseBinary('This is not text')
    isFirst = false
    isBlank &&= text.trim() === ''
    line += newlines(text)
  }
  if (isBlank)
    refuse({ code: 'invalid-input', field: 'file', message: 'There is no text in the file.' })
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The text of a file in pieces, without its byte order mark. Refuses bytes that the encoding does not have. */
export function* chunksOf(path: string, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    refuse({
      code: 'invalid-input',
      field: 'file',
      message: `The file begins as ${encoding} and is damaged further on.`,
      hint: 'Export it again.',
    })
  }
}

/** The bytes of a file in pieces. Each piece is overwritten by the next. */
function* bytesOf(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r')
  try {
    const buffer = new Uint8Array(chunkBytes)
    for (;;) {
      const read = readSync(handle, buffer)
      if (read === 0) return
      yield buffer.subarray(0, read)
    }
  } finally {
    closeSync(handle)
  }
}
