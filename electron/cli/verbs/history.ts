import { valueOf } from '../complaint.ts'
import { defineVerb } from '../verb.ts'

/** Takes back the latest change. */
export const undo = defineVerb({
  name: 'undo',
  operands: '',
  takes: [0, 0],
  summary: 'Take back the latest change, wherever it was made',
  options: {},
  run: async ({ engine, print }) => {
    print(`Undone: ${valueOf(await engine().call('history.undo', {})).label}.`)
  },
})

/** Makes the change again that was taken back last. */
export const redo = defineVerb({
  name: 'redo',
  operands: '',
  takes: [0, 0],
  summary: 'Make the change again that was taken back last',
  options: {},
  run: async ({ engine, print }) => {
    print(`Redone: ${valueOf(await engine().call('history.redo', {})).label}.`)
  },
})
