import { decimals, formatCount } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, force, saveFile } from '../out-file.ts'
import { newPassphrase, passphraseFile } from '../passphrase.ts'
import { defineVerb } from '../verb.ts'

/** Saves all data as JSON, or the sessions as CSV. */
export const exportData = defineVerb({
  name: 'export',
  operands: '--format json|csv --out FILE',
  takes: [0, 0],
  summary: 'Save all data as JSON, or the sessions as CSV',
  details: `JSON holds everything, trash and settings included; imported into an empty folder it gives all of it back.
CSV is a table of the sessions for spreadsheets; no cell of it is taken for a formula.

--encrypt locks the file with a passphrase in the age format, which the program "age" opens too. Without
--passphrase-file or LOOPREADY_PASSPHRASE it is asked for. Nobody can open the file when the passphrase is lost.

Examples
  loopready export --format json --out loopready.json
  loopready export --format csv --out - | head
  loopready export --format json --encrypt --out loopready.json.age`,
  options: {
    format: { type: 'text', value: 'FORMAT', help: 'json or csv.' },
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Where to save it; "-" writes it to standard output.',
    },
    force,
    bom: {
      type: 'flag',
      help: 'Begin the CSV with a byte order mark, by which older spreadsheets know UTF-8.',
    },
    encrypt: { type: 'flag', help: 'Encrypt it with a passphrase.' },
    'passphrase-file': passphraseFile,
    json: { type: 'flag', help: 'Print JSON about it: { file, bytes, sessions }.' },
  },
  run: async (terminal, given) => {
    const { format, out, force: isForced, bom, encrypt, 'passphrase-file': secret, json } = given
    const chosen = formatNamed(format)
    if (!out)
      return complain(
        `Say where to save it: loopready export --format ${chosen} --out loopready.${chosen}`,
      )
    const path = out === '-' ? null : await fileAt(terminal, out, `loopready.${chosen}`, isForced)
    const passphrase = encrypt ? await newPassphrase(terminal, secret) : undefined
    const { bytes, sessions } = valueOf(
      await terminal.engine().call('transfer.export', {
        format: chosen,
        bom,
        ...(passphrase === undefined ? {} : { passphrase }),
      }),
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
