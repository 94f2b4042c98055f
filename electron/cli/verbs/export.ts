import { decimals, formatCount } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, saveFile } from '../out-file.ts'
import { defineVerb } from '../verb.ts'

/** Saves all data as JSON, or the sessions as CSV. */
export const exportData = defineVerb({
  name: 'export',
  operands: '--format json|csv --out FILE',
  takes: [0, 0],
  summary: 'Save all data as JSON, or the sessions as CSV',
  details: `JSON holds everything, trash and settings included; imported into an empty folder it gives all of it back.
CSV is a table of the sessions for spreadsheets; no cell of it is taken for a formula.

Examples
  loopready export --format json --out loopready.json
  loopready export --format csv --out - | head`,
  options: {
    format: { type: 'text', value: 'FORMAT', help: 'json or csv.' },
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Where to save it; "-" writes it to standard output.',
    },
    bom: {
      type: 'flag',
      help: 'Begin the CSV with a byte order mark, by which older spreadsheets know UTF-8.',
    },
    json: { type: 'flag', help: 'Print JSON about it: { file, bytes, sessions }.' },
  },
  run: async (terminal, { format, out, bom, json }) => {
    const chosen = formatNamed(format)
    if (!out)
      return complain(
        `Say where to save it: loopready export --format ${chosen} --out loopready.${chosen}`,
      )
    const path = out === '-' ? null : await fileAt(terminal.pathOf(out), out, `loopready.${chosen}`)
    const { bytes, sessions } = valueOf(
      await terminal.engine().call('transfer.export', { format: chosen, bom }),
    )
    if (path === null) return terminal.send(bytes)
    await saveFile(path, out, bytes)
    terminal.print(
      json
        ? JSON.stringify({ file: path, bytes: bytes.length, sessions }, null, 2)
        : `Saved ${path} (${formatCount(sessions, { one: 'session', many: 'sessions' })}, ${decimals(bytes.length / 1000, 0)} kB).`,
    )
  },
})

function formatNamed(typed: string | undefined): 'json' | 'csv' {
  const formats = ['json', 'csv'] as const
  return (
    formats.find((format) => format === typed?.toLowerCase()) ??
    complain(
      typed === undefined
        ? 'Say which format: --format json (everything) or --format csv (sessions).'
        : `--format: there is no format "${typed}". Choose json or csv.`,
    )
  )
}
