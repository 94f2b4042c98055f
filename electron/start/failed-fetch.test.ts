import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { noteFailure, recallFailure } from './failed-fetch.ts'

const hour = 60 * 60_000

it('is remembered for a day', () => {
  const path = join(temporaryFolder(), 'cache', 'failure.json')
  expect(recallFailure(path, 0)).toBeNull()
  noteFailure(path, 'no network', 10 * hour)
  expect(recallFailure(path, 10 * hour)).toBe('no network')
  expect(recallFailure(path, 34 * hour - 1)).toBe('no network')
  expect(recallFailure(path, 34 * hour)).toBeNull()
})

it('is not believed when the clock was set back, or the note is damaged', () => {
  const path = join(temporaryFolder(), 'failure.json')
  noteFailure(path, 'no network', 10 * hour)
  expect(recallFailure(path, 9 * hour)).toBeNull()
  for (const text of ['', '{', 'null', '{"reason":1,"atMs":1}']) {
    writeFileSync(path, text)
    expect(recallFailure(path, 1)).toBeNull()
  }
})

it('does no harm where it cannot be noted', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(() => noteFailure(join(file, 'failure.json'), 'x', 0)).not.toThrow()
})
