import { valueOf } from '../complaint.ts'
import { defineVerb } from '../verb.ts'

const options = {
  json: { type: 'flag', help: 'Print JSON: { label }, what was done.' },
} as const

/** Takes back the latest change. */
export const undo = defineVerb({
  name: 'undo',
  operands: '',
  takes: [0, 0],
  summary: 'Take back the latest change, wherever it was made',
  options,
  run: async ({ engine, print }, { json }) => {
    const step = valueOf(await engine().call('history.undo', {}))
    print(json ? JSON.stringify(step, null, 2) : `Undone: ${step.label}.`)
  },
})

/** Makes the change again that was taken back last. */
export const redo = defineVerb({
  name: 'redo',
  operands: '',
  takes: [0, 0],
  summary: 'Make the change again that was taken back last',
  options,
  run: async ({ engine, print }, { json }) => {
    const step = valueOf(await engine().call('history.redo', {}))
    print(json ? JSON.stringify(step, null, 2) : `Redone: ${step.label}.`)
  },
})
