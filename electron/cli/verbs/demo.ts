import { valueOf } from '../complaint.ts'
import { defineVerb } from '../verb.ts'

/** Fills an empty data folder with sample sessions. */
export const demo = defineVerb({
  name: 'demo',
  operands: '',
  takes: [0, 0],
  summary: 'Fill an empty data folder with twelve weeks of sample sessions',
  details: `Makes a sample profile too where there is none. Refuses where sessions were logged. The same day gives the
same sessions. "loopready undo" takes all of it back.`,
  options: {},
  run: async ({ engine, print }) => {
    const { sessions } = valueOf(await engine().call('demo.fill', {}))
    print(`Filled with ${sessions} sample sessions. Take them back with: loopready undo`)
  },
})
