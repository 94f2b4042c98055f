import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OutputOf } from '#contract/index.ts'
import type { TransferMapping } from '#contract/transfer.ts'
import { formatDuration } from '#domain/duration.ts'
import { formatCount } from '#domain/readable.ts'
import { asSeconds } from '#domain/units.ts'
import { codeOf } from '#engine/refusal.ts'
import { requireSize } from '#engine/transfer/incoming.ts'
import { complain, valueOf } from '../complaint.ts'
import { howToAnswer, mappingFrom, type Answers } from '../import-answers.ts'
import { knownPassphrase, passphraseFile } from '../passphrase.ts'
import { printable } from '../text/printable.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Imports a JSON export, or a table of sessions. */
export const importFile = defineVerb({
  name: 'import',
  operands: 'FILE',
  takes: [1, 1],
  summary: 'Import a JSON export, or a table of sessions of any program',
  details: `Knows the CSV exports of Toggl Track, Clockify, Super Productivity and Loopready by their headings, and reads other
tables by --map. What a file does not say is asked for, never guessed. Everything is imported or nothing; what is here
already is found and left; "loopready undo" takes all of it back. An encrypted export (.age) asks for its passphrase.

Fields for --map: date, time, end-date, end-time, duration, category, note, time-zone, ignore, count.KIND.

Examples
  loopready import toggl.csv --dry-run
  loopready import hours.csv --map "When=date" --map "3=duration" --unit minutes --date-order dmy
  loopready import clockify.csv --category "Website=-" --category "Prep=coding"`,
  options: {
    'dry-run': { type: 'flag', help: 'Say what would be imported, and change nothing.' },
    map: {
      type: 'list',
      value: 'COLUMN=FIELD',
      help: 'What a column is about, by its heading or number; may be repeated.',
    },
    category: {
      type: 'list',
      value: 'NAME=CATEGORY',
      help: 'Where a name of the file belongs; "-" leaves its rows out; may be repeated.',
    },
    'date-order': { type: 'text', value: 'ORDER', help: 'ymd, mdy or dmy.' },
    unit: {
      type: 'text',
      value: 'UNIT',
      help: 'What bare durations are: hours, minutes, seconds or milliseconds.',
    },
    'time-zone': {
      type: 'text',
      value: 'ZONE',
      help: 'The zone of times that name none, such as Europe/Berlin; without it the local one.',
    },
    'passphrase-file': passphraseFile,
    replace: { type: 'flag', help: 'Replace what is here under the same ID with other content.' },
    json: { type: 'flag', help: 'Print JSON: what was, or would be, imported.' },
  },
  run: async (terminal, given, [typed = '']) => {
    const engine = terminal.engine()
    const bytes = await bytesOf(terminal.pathOf(typed), typed)
    const name = basename(typed)
    const received = valueOf(await engine.call('transfer.receive', { name, bytes }))
    const file = received.locked
      ? await unlocked(terminal, received.file, given['passphrase-file'])
      : received.file
    const mapping = await mappingOf(terminal, file, given)
    const existing = given.replace ? 'replace' : 'keep'
    const input = { file, existing, ...(mapping ? { mapping } : {}) } as const
    const preview = valueOf(
      await engine.call('transfer.preview', { ...input, show: 'rejected', limit: 100 }),
    )
    if (given['dry-run'] && given.json) {
      const { rows, ...rest } = preview
      return terminal.print(
        JSON.stringify({ ...rest, rejected: rows.map(placeAndReason) }, null, 2),
      )
    }
    const [question, ...others] = preview.questions
    if (question) {
      const more = others.length === 0 ? '' : ` ${others.length} more to answer.`
      complain(`${question.message} ${howToAnswer(question)}${more}`)
    }
    if (given['dry-run']) return terminal.print(summary(preview, preview.rows, 'Would import'))
    const done = valueOf(await engine.call('transfer.import', input))
    terminal.print(
      given.json
        ? JSON.stringify(done, null, 2)
        : summary({ ...done, seconds: preview.seconds }, done.rejected, 'Imported'),
    )
  },
})

/** Opens an encrypted file; the one that the engine holds from then on. */
async function unlocked(terminal: Terminal, file: string, secret?: string): Promise<string> {
  const passphrase = await knownPassphrase(terminal, secret)
  return valueOf(await terminal.engine().call('transfer.unlock', { file, passphrase })).file
}

async function bytesOf(path: string, typed: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) complain(`"${typed}" is not a file.`)
    requireSize(found.size)
    return await readFile(path)
  } catch (error) {
    switch (codeOf(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return complain(`There is no file "${typed}".`)
      case 'EACCES':
      case 'EPERM':
        return complain(`You have no right to read "${typed}".`)
      default:
        throw error
    }
  }
}

/** How to read a table; none for JSON. */
async function mappingOf(
  { engine }: Terminal,
  file: string,
  answers: Answers,
): Promise<TransferMapping | undefined> {
  const seen = valueOf(await engine().call('transfer.inspect', { file }))
  return seen.kind === 'csv' ? mappingFrom(seen, answers) : undefined
}

type Told = Readonly<{ place: string; reason: string | null }>

function placeAndReason({ place, reason }: Told): Told {
  return { place, reason }
}

type Outcome = Pick<
  OutputOf<'transfer.preview'>,
  'counts' | 'sessions' | 'seconds' | 'overlaps' | 'importedBefore'
>

const words = { one: 'session', many: 'sessions' }

function summary(
  { counts, sessions, seconds, overlaps, importedBefore }: Outcome,
  rejected: readonly Told[],
  verb: string,
): string {
  const length = sessions === 0 ? '' : ` (${formatDuration(asSeconds(seconds))})`
  const others: readonly (readonly [number, string])[] = [
    [counts.new - sessions, 'other entries new'],
    [counts.duplicate, 'here already'],
    [counts.changed, 'here with other content'],
    [counts.skipped, 'left out'],
    [counts.rejected, 'rejected'],
  ]
  const rest = others.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  const lines = [
    `${verb} ${formatCount(sessions, words)}${length}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`,
    ...(importedBefore ? [importedBefore.message] : []),
    ...(overlaps.rows > 0
      ? [`${formatCount(overlaps.rows, words)} at the same time as another.`]
      : []),
    ...rejected.map(({ place, reason }) => `  ${place}: ${printable(reason ?? '')}`),
  ]
  if (verb === 'Imported' && counts.new > 0) lines.push('Take it back with: loopready undo')
  return lines.join('\n')
}
