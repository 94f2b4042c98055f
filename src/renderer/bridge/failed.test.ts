import { describe, expect, it } from 'vitest'
import type { CallError } from '#contract/errors.ts'
import { failedOf } from './failed.ts'

const error: CallError = { code: 'internal', message: 'It could not be read.' }
const retry = () => undefined

describe('the reads that failed', () => {
  it('are those with an error and nothing to show, in the order in which they are needed', () => {
    const first = { data: undefined, error, retry }
    const second = { data: undefined, error: { ...error, message: 'Nor this.' }, retry }
    expect(failedOf([first, second])).toEqual([first, second])
  })

  it('leave out what is on its way, what was answered, and what keeps its earlier answer on show', () => {
    expect(
      failedOf([
        { data: undefined, error: null, retry },
        { data: [], error: null, retry },
        { data: [], error, retry },
      ]),
    ).toEqual([])
  })
})
