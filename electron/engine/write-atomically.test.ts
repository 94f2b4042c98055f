import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { copyAtomically, writeAtomically } from './write-atomically.ts'

describe('a file that is written in one step', () => {
  it('is new, or takes the place of the old one, and nothing is left beside it', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.pdf')
    await writeAtomically(file, 'one')
    await writeAtomically(file, new Uint8Array([116, 119, 111]))
    expect(readFileSync(file, 'utf8')).toBe('two')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it('leaves what was there, and nothing else, when it cannot be put in its place', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'inside'), 'kept')
    await expect(writeAtomically(join(folder, 'taken'), 'x')).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
    )
    expect(readdirSync(folder)).toEqual(['taken'])
    expect(readFileSync(join(folder, 'taken', 'inside'), 'utf8')).toBe('kept')
  })

  it('may be a copy, which leaves what was there when it cannot be put in its place', async () => {
    const folder = temporaryFolder()
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    writeFileSync(from, 'new', { mode: 0o600 })
    writeFileSync(to, 'old')
    await expect(copyAtomically(join(folder, 'none'), to)).rejects.toThrow(/ENOENT/)
    expect(readFileSync(to, 'utf8')).toBe('old')
    await copyAtomically(from, to)
    expect(readFileSync(to, 'utf8')).toBe('new')
    expect(readdirSync(folder).toSorted()).toEqual(['from', 'to'])
  })

  // Windows refuses to replace a file that another is replacing at this moment.
  it.skipIf(process.platform === 'win32')(
    'survives many writers: one of them wins whole',
    async () => {
      const file = join(temporaryFolder(), 'a.txt')
      const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000))
      await Promise.all(texts.map((text) => writeAtomically(file, text)))
      expect(texts).toContain(readFileSync(file, 'utf8'))
    },
  )
})
