import type { MetricRow } from '#contract/metrics.ts'
import type { Indicator } from '#contract/playbook-level.ts'
import type { Playbook } from '#contract/playbooks.ts'
import type { StudyDay } from '#contract/units.ts'
import { parseMetricValue } from '#domain/metric-value.ts'
import { RATING } from '#domain/metrics.ts'
import { findEvidence } from '../evidence/store.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { playbookAsked } from '../plan/status.ts'
import { findProfile } from '../profile/store.ts'
import { addProof, removeProof } from '../proof/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import { obstacleTo, readMetrics } from './read.ts'
import { deleteValue, findValue, linkFigure, writeValue, type StoredValue } from './store.ts'

export const metricsHandlers: HandlersFor<'metrics'> = {
  'metrics.get': (context, { level }) => {
    const playbook = playbookAsked(context, level)
    const { groups, summary } = readMetrics(context, playbook)
    return {
      level: playbook.id,
      name: playbook.name,
      groups: groups.map((group) => ({ ...group, indicators: [...group.indicators] })),
      summary,
    }
  },

  'metrics.save': (context, input) => {
    const { db, clock } = context
    const book = playbookAsked(context, input.level)
    const indicator = requireIndicator(book, input.indicator)
    const before = input.id === undefined ? undefined : requireValue(context, book, input)
    const figure = input.figure ?? (input.value === undefined ? (before?.figure ?? null) : null)
    const [day, number, baseline] = checkAll(
      () => checkedDay(context, input.day) ?? before?.day ?? today(context),
      () => numberOf(context, indicator, { ...input, figure, before }),
      () => baselineOf(input.baseline, figure === null ? (before?.baseline ?? null) : null),
    )
    const value: StoredValue = {
      id: input.id ?? context.newId(),
      indicator: indicator.id,
      day,
      value: number,
      figure,
      // What the ledger says of a figure stands there alone.
      baseline: figure === null ? baseline : null,
      period: figure === null ? (input.period ?? before?.period ?? '') : '',
      source: figure === null ? (input.source ?? before?.source ?? '') : '',
    }
    writeValue(db, book.id, value, wallClockNow(clock, 0).startedAt)
    if (figure !== null) linkFigure(db, { figure, playbook: book.id, indicator: indicator.id })
    return { row: requireRow(context, book, indicator.id) }
  },

  'metrics.remove': (context, input) => {
    const book = playbookAsked(context, input.level)
    deleteValue(context.db, requireValue(context, book, input).id)
    return { row: requireRow(context, book, input.indicator) }
  },

  'metrics.addProof': (context, { level, indicator, proof }) => {
    const book = playbookAsked(context, level)
    const { id: item } = requireIndicator(book, indicator)
    addProof(context, { subject: 'indicator', playbook: book.id, item }, proof, 'proof')
    return { row: requireRow(context, book, item) }
  },

  'metrics.removeProof': (context, { level, indicator, id }) => {
    const book = playbookAsked(context, level)
    removeProof(context, { subject: 'indicator', playbook: book.id, item: indicator }, id)
    return { row: requireRow(context, book, indicator) }
  },
}

function requireIndicator(book: Playbook, id: string): Indicator {
  return (
    book.indicators.flatMap(({ indicators }) => indicators).find((row) => row.id === id) ??
    refuse({
      code: 'not-found',
      field: 'indicator',
      message: `${book.id} has no indicator “${id}”.`,
      hint: 'It may belong to another level.',
    })
  )
}

function requireRow(context: ReadContext, book: Playbook, id: string): MetricRow {
  requireIndicator(book, id)
  const rows = readMetrics(context, book).groups.flatMap(({ indicators }) => indicators)
  return rows.find((row) => row.id === id) ?? refuse({ code: 'not-found', message: 'Not there.' })
}

function requireValue(
  { db }: ReadContext,
  book: Playbook,
  { indicator, id = '' }: Readonly<{ indicator: string; id?: string | undefined }>,
): StoredValue {
  return (
    findValue(db, book.id, indicator, id) ??
    refuse({
      code: 'not-found',
      message: 'This value is no longer there.',
      hint: 'It may have been deleted elsewhere; undo brings it back.',
    })
  )
}

/** The number to store: null where it is the ledger's. Refuses what the indicator cannot be. */
function numberOf(
  { db }: ReadContext,
  indicator: Indicator,
  given: Readonly<{
    value?: string | undefined
    figure: string | null
    before: StoredValue | undefined
  }>,
): number | null {
  const { value, figure, before } = given
  if (value !== undefined && figure !== null)
    refuse({
      code: 'invalid-input',
      field: 'value',
      message: 'A figure of the ledger brings its own number.',
      hint: 'Leave the value empty, or do not choose a figure.',
    })
  if (figure !== null) {
    const found =
      findEvidence(db, figure) ??
      refuse({
        code: 'invalid-input',
        field: 'figure',
        message: 'This figure is not in the evidence ledger.',
        hint: 'Enter it there first, or choose another.',
      })
    const obstacle = obstacleTo(found, indicator)
    if (obstacle !== null) refuse({ code: 'invalid-input', field: 'figure', message: obstacle })
    return null
  }
  if (value === undefined && before !== undefined && before.value !== null) return before.value
  if (value === undefined || value === '')
    return refuse({
      code: 'invalid-input',
      field: 'value',
      message: indicator.kind === 'qualitative' ? 'Rate it from 1 to 5.' : 'Write the value.',
    })
  const typed = parseMetricValue(value, indicator.kind === 'qualitative' ? RATING_SCALE : indicator)
  if (!typed.ok) return refuse({ code: 'invalid-input', field: 'value', message: typed.message })
  if (indicator.kind === 'qualitative' && !Number.isInteger(typed.value))
    refuse({ code: 'invalid-input', field: 'value', message: 'Rate it 1, 2, 3, 4 or 5.' })
  return typed.value
}

/** A self-rating is read like any other value, on its scale. */
const RATING_SCALE = { comparator: '>=', threshold: 4, unit: 'score', range: RATING } as const

/** The figure before a change: any number, in whatever it is measured. */
function baselineOf(typed: string | undefined, before: number | null): number | null {
  if (typed === undefined) return before
  if (typed === '') return null
  const read = parseMetricValue(typed, { comparator: '>', threshold: 0, unit: '' })
  return read.ok
    ? read.value
    : refuse({
        code: 'invalid-input',
        field: 'baseline',
        message: 'Write the figure before as a number alone, such as 850.',
      })
}

function today({ db, clock }: ReadContext): StudyDay {
  return wallClockNow(clock, findProfile(db)?.dayStartsAt ?? 0).studyDay
}

/** A day as given; refuses one that is yet to come. */
function checkedDay({ clock }: ReadContext, day: StudyDay | undefined): StudyDay | undefined {
  if (day !== undefined && day > wallClockNow(clock, 0).date)
    refuse({
      code: 'invalid-input',
      field: 'day',
      message: `${day} is yet to come.`,
      hint: 'A value is dated today or earlier.',
    })
  return day
}
