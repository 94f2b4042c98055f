import { loggedText, warnOfOverlap } from '../text/session-text.ts'
import { timerText } from '../text/timer-text.ts'
import { awayFrom, endedError, endOptions } from '../timer-end.ts'
import { valueWithCategory } from '../typed-category.ts'
import { defineVerb } from '../verb.ts'

/** Logs what ran so far and starts the timer in another category. */
export const switchTo = defineVerb({
  name: 'switch',
  operands: '<category>',
  takes: [1, 1],
  summary: 'Log what the timer ran so far, and start it in another category',
  details: 'Both are one step: "loopready undo" takes them back together.',
  options: {
    ...endOptions,
    json: { type: 'flag', help: 'Print JSON: { now, timer, session, overlaps }.' },
  },
  run: async (terminal, given, [typed = '']) => {
    const category = typed.toLowerCase()
    const result = await terminal.engine().call('timer.switch', {
      category,
      acceptOverlap: !given['no-overlap'],
      ...awayFrom(given.away),
    })
    const switched = await valueWithCategory(terminal, endedError(result), category)
    warnOfOverlap(terminal, switched.overlaps)
    terminal.print(
      given.json
        ? JSON.stringify(switched, null, 2)
        : `${await loggedText(terminal, switched.session)}\n${timerText(switched)}`,
    )
  },
})
