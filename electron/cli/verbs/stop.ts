import { readCounts } from '../counts.ts'
import { loggedText, warnOfOverlap } from '../text/session-text.ts'
import { awayFrom, endedValue, endOptions } from '../timer-end.ts'
import { defineVerb } from '../verb.ts'

/** Ends the timer and logs what was worked. */
export const stop = defineVerb({
  name: 'stop',
  operands: '',
  takes: [0, 0],
  summary: 'Stop the timer and log what was worked',
  details: `The session starts when the timer was started and lasts as long as was worked: pauses and time that was
taken out are not in it. A timer that was forgotten is stopped with what was really worked: --worked 1h30.
A session that overlaps another is logged with a warning, unless --no-overlap is given.

Examples
  loopready stop --count medium=2
  loopready stop --away subtract --note "Rate limiter"`,
  options: {
    note: { type: 'text', value: 'TEXT', help: 'A note in place of the timer’s own.' },
    count: {
      type: 'list',
      value: 'KIND=N',
      help: 'Something counted, such as medium=3; may be repeated.',
    },
    worked: {
      type: 'text',
      value: 'DURATION',
      help: 'How long was really worked; at most what the timer shows.',
    },
    ...endOptions,
    json: { type: 'flag', help: 'Print JSON: the session, and those it overlaps.' },
  },
  run: async (terminal, given) => {
    const result = await terminal.engine().call('timer.stop', {
      counts: readCounts(given.count),
      acceptOverlap: !given['no-overlap'],
      ...awayFrom(given.away),
      ...(given.worked === undefined ? {} : { worked: given.worked }),
      ...(given.note === undefined ? {} : { note: given.note }),
    })
    const logged = endedValue(result)
    warnOfOverlap(terminal, logged.overlaps)
    terminal.print(
      given.json ? JSON.stringify(logged, null, 2) : await loggedText(terminal, logged.session),
    )
  },
})
