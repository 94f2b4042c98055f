import { valueOf } from '../complaint.ts'
import { nextText, readinessText } from '../text/readiness-text.ts'
import { defineVerb } from '../verb.ts'

/** Says how ready somebody is by what is recorded, and what every point is made of. */
export const readiness = defineVerb({
  name: 'readiness',
  operands: '',
  takes: [0, 0],
  summary: 'Show the readiness score and what it is made of',
  options: {
    level: { type: 'text', value: 'LEVEL', help: 'Judge the same data by another level.' },
    json: { type: 'flag', help: 'Print JSON: the score, its parts with their lines, the gains.' },
  },
  run: async ({ engine, print, paint }, { level, json }) => {
    const found = valueOf(
      await engine().call('readiness.get', level === undefined ? {} : { level }),
    )
    print(json ? JSON.stringify(found, null, 2) : readinessText(found, paint))
  },
})

/** Says what to do next. */
export const next = defineVerb({
  name: 'next',
  operands: '',
  takes: [0, 0],
  summary: 'Show what to do next, the best use of an hour first',
  options: { json: { type: 'flag', help: 'Print JSON: the days left and the steps.' } },
  run: async ({ engine, print, paint }, { json }) => {
    const found = valueOf(await engine().call('next.list', {}))
    print(json ? JSON.stringify(found, null, 2) : nextText(found, paint))
  },
})
