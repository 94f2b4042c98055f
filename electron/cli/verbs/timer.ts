import type { Result } from '#contract/errors.ts'
import type { TimerView } from '#contract/timer.ts'
import { valueOf } from '../complaint.ts'
import { timerText } from '../text/timer-text.ts'
import { defineVerb, type Terminal } from '../verb.ts'

const options = {
  json: { type: 'flag', help: 'Print JSON: { now, timer }; timer is null where there is none.' },
} as const

/** Prints what a call says of the timer, for people or for programs. */
function printTimer({ print }: Terminal, result: Result<TimerView>, json: boolean): void {
  const view = valueOf(result)
  print(json ? JSON.stringify(view, null, 2) : timerText(view))
}

/** Shows the timer. */
export const timer = defineVerb({
  name: 'timer',
  operands: '',
  takes: [0, 0],
  summary: 'Show the timer',
  options,
  run: async (terminal, { json }) =>
    printTimer(terminal, await terminal.engine().call('timer.get', {}), json),
})

/** Lets the timer stand still. */
export const pause = defineVerb({
  name: 'pause',
  operands: '',
  takes: [0, 0],
  summary: 'Pause the timer',
  options,
  run: async (terminal, { json }) =>
    printTimer(terminal, await terminal.engine().call('timer.pause', {}), json),
})

/** Lets the timer run on. */
export const resume = defineVerb({
  name: 'resume',
  operands: '',
  takes: [0, 0],
  summary: 'Let the paused timer run on',
  options,
  run: async (terminal, { json }) =>
    printTimer(terminal, await terminal.engine().call('timer.resume', {}), json),
})

/** Ends the timer and logs nothing. */
export const discard = defineVerb({
  name: 'discard',
  operands: '',
  takes: [0, 0],
  summary: 'End the timer and log nothing',
  details: '"loopready undo" brings it back with its start.',
  options,
  run: async ({ engine, print }, { json }) => {
    const view = valueOf(await engine().call('timer.discard', {}))
    print(json ? JSON.stringify(view, null, 2) : 'Discarded the timer; nothing was logged.')
  },
})
