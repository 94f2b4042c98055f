import { inflateSync } from 'node:zlib'

const directoryEntry = 16
const woffEntry = 20

/**
 * The font inside a WOFF 1.0 file, as an OpenType file; any other file as it is. fontkit reads WOFF too, but unpacks a
 * table again each time it looks into it: for a Korean font that is seconds.
 */
export function unpacked(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return file
  const count = file.readUInt16BE(12)
  const directory = Buffer.alloc(12 + count * directoryEntry)
  const power = 2 ** Math.floor(Math.log2(count))
  file.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(power * directoryEntry, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((count - power) * directoryEntry, 10)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index += 1) {
    const from = 44 + index * woffEntry
    const start = file.readUInt32BE(from + 4)
    const packed = file.subarray(start, start + file.readUInt32BE(from + 8))
    const length = file.readUInt32BE(from + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    const at = 12 + index * directoryEntry
    file.copy(directory, at, from, from + 4)
    file.copy(directory, at + 4, from + 16, from + 20)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(length, at + 12)
    // Tables begin at multiples of four bytes.
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat([directory, ...tables])
}
