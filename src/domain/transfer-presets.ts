import type { DurationUnit, TransferField, TransferPreset } from '#contract/transfer.ts'
import { OWN_COLUMNS } from './transfer-own.ts'
import { headingSignature, plainName } from './transfer-names.ts'

type Preset = Readonly<{
  id: TransferPreset['id']
  name: string
  /** Headings that a file of this program has, as `plainName` gives them. */
  has: readonly string[]
  /** Headings that a file of this program never has. */
  hasNot?: readonly string[]
  fields: Readonly<Record<string, TransferField>>
  /** What its bare numbers are. */
  durationUnit?: DurationUnit
}>

/**
 * Programs whose exports are known by their headings. Billing, users and clients have no place here and are left out.
 * - Toggl Track, detailed report: the older one has User, "End date"; the newer one Member, "Stop date".
 * - Clockify, detailed report: "Duration (h)" beside "Duration (decimal)".
 * - Super Productivity, worklog export: any choice of its columns. Its Start and End are those of the whole day, so
 *   the end says nothing about a row.
 */
const PRESETS: readonly Preset[] = [
  {
    id: 'toggl',
    name: 'Toggl Track',
    has: ['start date', 'start time', 'description'],
    hasNot: ['duration h', 'duration decimal'],
    fields: {
      description: 'note',
      task: 'note',
      tags: 'note',
      project: 'category',
      'start date': 'date',
      'start time': 'time',
      'end date': 'end-date',
      'end time': 'end-time',
      'stop date': 'end-date',
      'stop time': 'end-time',
      duration: 'duration',
    },
  },
  {
    id: 'clockify',
    name: 'Clockify',
    has: ['project', 'start date', 'start time', 'duration h'],
    fields: {
      description: 'note',
      task: 'note',
      tags: 'note',
      project: 'category',
      'start date': 'date',
      'start time': 'time',
      'end date': 'end-date',
      'end time': 'end-time',
      'duration h': 'duration',
    },
    durationUnit: 'hours',
  },
  {
    id: 'super-productivity',
    name: 'Super Productivity',
    has: ['date', 'worked', 'titles'],
    fields: {
      date: 'date',
      start: 'time',
      worked: 'duration',
      titles: 'note',
      descriptions: 'note',
      tags: 'note',
      projects: 'category',
    },
    durationUnit: 'milliseconds',
  },
]

/** Headings that people write over such columns themselves. The first that a file has takes the field. */
const SPREADSHEET: readonly (readonly [TransferField, readonly string[]])[] = [
  ['date', ['date', 'day', 'datum', 'start date', 'started', 'started at', 'when']],
  ['time', ['start', 'start time', 'time', 'from', 'begin', 'beginn', 'von', 'started at time']],
  ['end-date', ['end date', 'stop date']],
  ['end-time', ['end', 'end time', 'stop', 'stop time', 'to', 'until', 'finish', 'ende', 'bis']],
  [
    'duration',
    [
      'duration',
      'duration h',
      'hours',
      'time spent',
      'hours spent',
      'worked',
      'minutes',
      'mins',
      'min',
      'h',
      'dauer',
      'stunden',
      'minuten',
      'duration decimal',
      'duration hours',
      'duration min',
      'duration minutes',
      'length',
      'seconds',
    ],
  ],
  [
    'category',
    ['category', 'project', 'topic', 'subject', 'area', 'type', 'kategorie', 'projekt', 'thema'],
  ],
  [
    'note',
    ['note', 'notes', 'description', 'comment', 'comments', 'details', 'task', 'what', 'notiz'],
  ],
]

/** Headings that say what the bare numbers below them are. */
const UNIT_WORDS: readonly (readonly [DurationUnit, RegExp])[] = [
  ['milliseconds', /\b(ms|milliseconds)\b/],
  ['hours', /\b(h|hrs|hours|decimal|stunden)\b/],
  ['minutes', /\b(min|mins|minutes|minuten)\b/],
  ['seconds', /\b(s|sec|secs|seconds|sekunden)\b/],
]

/** How a file may be read, going by its headings alone. */
export type Suggestion = Readonly<{
  preset: TransferPreset | null
  columns: readonly TransferField[]
  durationUnit: DurationUnit | null
}>

/** Proposes what each column is about. */
export function suggestColumns(headings: readonly string[]): Suggestion {
  if (headingSignature(headings) === headingSignature(OWN_COLUMNS.map(({ heading }) => heading)))
    return {
      preset: { id: 'loopready', name: 'Loopready' },
      columns: OWN_COLUMNS.map(({ field }) => field),
      durationUnit: null,
    }
  const names = headings.map(plainName)
  const known = PRESETS.find(
    ({ has, hasNot = [] }) =>
      has.every((name) => names.includes(name)) && !hasNot.some((name) => names.includes(name)),
  )
  return known ? ofPreset(known, names) : ofSpreadsheet(names)
}

function ofPreset(
  { id, name, fields, durationUnit }: Preset,
  names: readonly string[],
): Suggestion {
  const columns = names.map((heading, index): TransferField =>
    // A heading that comes twice is taken the first time.
    names.indexOf(heading) === index && Object.hasOwn(fields, heading)
      ? (fields[heading] ?? 'ignore')
      : 'ignore',
  )
  return { preset: { id, name }, columns, durationUnit: durationUnit ?? null }
}

function ofSpreadsheet(names: readonly string[]): Suggestion {
  const columns: TransferField[] = names.map(() => 'ignore')
  let durationUnit: DurationUnit | null = null
  for (const [field, headings] of SPREADSHEET) {
    const heading = headings.find((name) => columns[names.indexOf(name)] === 'ignore')
    if (heading === undefined) continue
    columns[names.indexOf(heading)] = field
    if (field === 'duration')
      durationUnit = UNIT_WORDS.find(([, word]) => word.test(heading))?.[0] ?? null
  }
  const at = (field: TransferField) => columns.indexOf(field)
  // "Start" beside no date holds both.
  if (at('date') < 0 && at('time') >= 0) columns[at('time')] = 'date'
  const isUsable = at('date') >= 0 && (at('duration') >= 0 || at('end-time') >= 0)
  return {
    preset: isUsable ? { id: 'spreadsheet', name: 'Spreadsheet' } : null,
    columns,
    durationUnit,
  }
}
