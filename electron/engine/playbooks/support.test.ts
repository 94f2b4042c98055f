import { describe, expect, it } from 'vitest'
import { playbook } from '#contract/playbooks.ts'
import { loadPlaybooks } from './load.ts'
import { testFolders } from './test-folders.ts'

type Support = Partial<Record<'checklist' | 'indicators' | 'categories' | 'principles', string[]>>

/** What is wrong with L6 when its first two areas are supported by these. */
function faultsWith(first: Support, second: Support): string[] {
  const l6 = loadPlaybooks(testFolders()).get('L6')
  const areas = l6?.formula.areas.map(({ support: _, ...area }, index) =>
    index > 1 ? area : { ...area, support: index === 0 ? first : second },
  )
  const read = playbook.safeParse({ ...l6, formula: { ...l6?.formula, areas } })
  return read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

describe('what supports an area of the formula', () => {
  it('may be left out, in part or whole', () => {
    expect(faultsWith({ checklist: ['hiring'] }, {})).toEqual([])
  })

  it('has to be there', () => {
    expect(faultsWith({ checklist: ['juggling'], categories: ['sleep'] }, {})).toEqual([
      'formula.areas.0.support.checklist.0: expected a checklist item of this playbook, found "juggling"',
      'formula.areas.0.support.categories.0: expected a category of the plan of this playbook, found "sleep"',
    ])
  })

  it('stands in one area only, so that nothing is counted twice', () => {
    expect(faultsWith({ indicators: ['retention'] }, { indicators: ['retention'] })).toEqual([
      'formula.areas.1.support.indicators.0: the indicator "retention" supports two areas; choose one',
    ])
    expect(faultsWith({ principles: ['ownership', 'ownership'] }, {})).toHaveLength(1)
  })
})
