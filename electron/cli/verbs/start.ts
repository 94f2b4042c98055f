import type { Focus } from '#contract/timer.ts'
import { complain } from '../complaint.ts'
import { timerText } from '../text/timer-text.ts'
import { valueWithCategory } from '../typed-category.ts'
import { defineVerb } from '../verb.ts'

/** Starts the timer. */
export const start = defineVerb({
  name: 'start',
  operands: '<category>',
  takes: [1, 1],
  summary: 'Start the timer',
  details: `There is one timer, and windows show it too. "loopready categories" lists the categories.
Focus intervals are those of the profile unless --focus gives others.

Examples
  loopready start coding
  loopready start stories --note "Conflict with a peer" --focus 25/5`,
  options: {
    note: { type: 'text', value: 'TEXT', help: 'A note for the session.' },
    focus: {
      type: 'text',
      value: 'WORK/BREAK',
      help: 'Minutes of work and of break, such as 25/5; "off" for none.',
    },
    json: { type: 'flag', help: 'Print JSON: { now, timer }.' },
  },
  run: async (terminal, { note, focus, json }, [typed = '']) => {
    const category = typed.toLowerCase()
    const result = await terminal.engine().call('timer.start', {
      category,
      ...(note === undefined ? {} : { note }),
      ...(focus === undefined ? {} : { focus: focusFrom(focus) }),
    })
    const view = await valueWithCategory(terminal, result, category)
    terminal.print(json ? JSON.stringify(view, null, 2) : timerText(view))
  },
})

/** How long an interval may be is for the engine to say. */
function focusFrom(typed: string): Focus | null {
  if (typed.toLowerCase() === 'off') return null
  const [, work, rest = '0'] = /^(\d{1,9})(?:\/(\d{1,9}))?$/.exec(typed) ?? []
  return work === undefined
    ? complain(`--focus: "${typed}" is not minutes of work and break. Write --focus 25/5, or off.`)
    : { workMinutes: Number(work), breakMinutes: Number(rest) }
}
