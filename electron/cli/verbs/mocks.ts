import type { Mock } from '#contract/mocks.ts'
import { mockTypeNames, overallNames } from '#domain/mocks.ts'
import { formatCount } from '#domain/readable.ts'
import { valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { table } from '../text/table.ts'
import { defineVerb } from '../verb.ts'

/** Lists the mock interviews. */
export const mocks = defineVerb({
  name: 'mocks',
  operands: '',
  takes: [0, 0],
  summary: 'List the mock interviews, the latest first',
  details: `The interviewer's rating and your own stand beside each other. Scorecards are filled in in the window.

Examples
  loopready mocks
  loopready mocks --json`,
  options: {
    json: { type: 'flag', help: 'Print JSON: an array of whole scorecards.' },
  },
  run: async ({ engine, print }, { json }) => {
    const listed = valueOf(await engine().call('mocks.list', {}))
    if (json) print(JSON.stringify(listed, null, 2))
    else print(listed.length === 0 ? 'No mock interviews yet.' : lines(listed))
  },
})

function lines(listed: readonly Mock[]): string {
  const rows = table(
    listed.map(({ date, type, overall, selfOverall, session, interviewer }) => [
      date,
      mockTypeNames[type],
      said(overall),
      `you: ${said(selfOverall)}`,
      session === null ? 'not logged' : 'logged',
      printable(interviewer),
    ]),
    ['left', 'left', 'left', 'left', 'left', 'left'],
  )
  const logged = listed.filter(({ session }) => session !== null).length
  const all = formatCount(listed.length, { one: 'mock interview', many: 'mock interviews' })
  return [...rows, '', `${all}, ${logged} logged as sessions.`].join('\n')
}

function said(rating: number | null): string {
  return rating === null ? 'not rated' : `${rating} ${overallNames[rating - 1]?.toLowerCase()}`
}
