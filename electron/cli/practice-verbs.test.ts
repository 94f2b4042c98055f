import { describe, expect, it } from 'vitest'
import type { Question } from '#contract/questions.ts'
import { expectRefusal, started } from './terminal-under-test.ts'

const read = (text: string) => JSON.parse(text) as Question[]

describe('questions', () => {
  it('lists those of a principle, by any of its names', async () => {
    const { fine } = await started()
    const byShort = read(await fine('questions', '--principle', 'dd', '--json'))
    expect(byShort.length).toBeGreaterThanOrEqual(5)
    expect(new Set(byShort.map(({ principle }) => principle))).toEqual(new Set(['dive-deep']))
    expect(read(await fine('questions', '--principle', 'Dive Deep', '--json'))).toEqual(byShort)
    expect(await fine('questions', '--principle', 'DD')).toContain(`${byShort.length} questions.`)
  })

  it('asks one at random, of a level', async () => {
    const { fine } = await started()
    const [one, ...others] = read(await fine('questions', '--level', 'l7', '--random', '--json'))
    expect(one?.levels).toContain('L7')
    expect(others).toEqual([])
    expect((await fine('questions', '--random')).trim().split('\n')).toHaveLength(1)
  })

  it('says when there is none, and what a name may be', async () => {
    const { fine, on } = await started()
    expect(await fine('questions', '--own')).toBe('No question is like that.\n')
    expectRefusal(await on('questions', '--principle', 'speed'), 'no principle "speed"')
    expectRefusal(await on('questions', '--level', 'L9'), 'no level "L9". Choose one of L6, L7')
  })
})

describe('mocks', () => {
  it('says that there are none, in words and as JSON', async () => {
    const { fine } = await started()
    expect(await fine('mocks')).toBe('No mock interviews yet.\n')
    expect(JSON.parse(await fine('mocks', '--json'))).toEqual([])
  })
})
