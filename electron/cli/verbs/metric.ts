import type { StudyDay } from '#contract/units.ts'
import { isStudyDay } from '#domain/units.ts'
import { complain, valueOf } from '../complaint.ts'
import { changedMetric, metricsText } from '../text/metrics-text.ts'
import { namedOne } from '../typed-item.ts'
import { defineVerb } from '../verb.ts'

/** Lists the success metrics of the level, or adds a value to one. */
export const metric = defineVerb({
  name: 'metric',
  operands: '[<id> <value>]',
  takes: [0, 12],
  summary: 'List the success metrics, or add a value to one',
  details: `A metric is named by its id, as "loopready metric" lists it. A qualitative one takes a self-rating from 1 to 5.
Values: 99.95, "99.95 %", 1.2M, "4.2 of 5". Another unit, and what cannot be, are refused with the range.

Examples
  loopready metric
  loopready metric availability 99.95 --date 2026-10-31 --source "Grafana"
  loopready metric performance-improvement 66 --baseline 850 --period "Q3 against Q2"`,
  options: {
    date: { type: 'text', value: 'YYYY-MM-DD', help: 'The day of the value; without it today.' },
    source: { type: 'text', value: 'TEXT', help: 'Where it can be looked up.' },
    baseline: { type: 'text', value: 'N', help: 'The figure before, of a change.' },
    period: { type: 'text', value: 'TEXT', help: 'The time that it is of, such as "Q3".' },
    json: { type: 'flag', help: 'Print JSON: the metrics, or the one that was changed.' },
  },
  run: async ({ engine, print, paint }, given, operands) => {
    const { date, source, baseline, period, json } = given
    const metrics = valueOf(await engine().call('metrics.get', {}))
    const [name, ...typed] = operands
    if (name === undefined) {
      print(json ? JSON.stringify(metrics, null, 2) : metricsText(metrics, paint))
      return
    }
    const all = metrics.groups.flatMap(({ indicators }) => indicators)
    const { id: indicator } = namedOne(name, all, 'metric', 'loopready metric')
    if (typed.length === 0)
      complain('"metric" needs <id> <value>. "loopready metric --help" says more.')
    const { row } = valueOf(
      await engine().call('metrics.save', {
        indicator,
        value: typed.join(' '),
        ...(date === undefined ? {} : { day: dayOf(date) }),
        ...(source === undefined ? {} : { source }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(period === undefined ? {} : { period }),
      }),
    )
    print(json ? JSON.stringify(row, null, 2) : changedMetric(row))
  },
})

function dayOf(typed: string): StudyDay {
  return isStudyDay(typed) ? typed : complain('--date: Write the date as YYYY-MM-DD.')
}
