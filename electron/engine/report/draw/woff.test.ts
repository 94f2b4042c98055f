import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetsDir } from '../sample-data.ts'
import { unpacked } from './woff.ts'

const fonts = path.join(assetsDir, 'resources', 'fonts', 'fallback')

describe('unpacked', () => {
  it('gives a font file whose tables add up to the checksums that stand in it', () => {
    const font = unpacked(readFileSync(path.join(fonts, 'NotoSansHebrew-Regular.woff')))
    expect(font.readUInt32BE(0)).toBe(0x00010000)
    const count = font.readUInt16BE(4)
    for (let index = 0; index < count; index += 1) {
      const entry = 12 + index * 16
      const tag = font.toString('latin1', entry, entry + 4)
      const start = font.readUInt32BE(entry + 8)
      expect(start % 4).toBe(0)
      let sum = 0
      for (let at = start; at < start + font.readUInt32BE(entry + 12); at += 4)
        sum = (sum + font.readUInt32BE(at)) >>> 0
      // The checksum of `head` leaves out a field that holds one itself.
      if (tag !== 'head') expect([tag, sum]).toEqual([tag, font.readUInt32BE(entry + 4)])
    }
  })

  it('leaves any other file as it is', () => {
    const file = Buffer.from('OTTO and so on')
    expect(unpacked(file)).toBe(file)
  })
})
