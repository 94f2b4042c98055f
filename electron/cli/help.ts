import { globalOptions } from './command-line.ts'
import type { Options, Verb } from './verb.ts'

/** What `help` prints: every verb in a line. */
export function helpOnAll(verbs: readonly Verb[]): string {
  return [
    'Usage: loopready <verb> [options]',
    '',
    'Log study time against the preparation plan of a level, and see where you stand.',
    '',
    'Verbs',
    ...columns(verbs.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    'Everywhere',
    ...optionLines(globalOptions),
    '  Without --data-dir the folder is LOOPREADY_DATA_DIR, else where your system keeps app data.',
    '',
    '"loopready <verb> --help" says more about one verb. Window and terminal can be used together.',
  ].join('\n')
}

/** What `<verb> --help` prints. */
export function helpOnVerb({ name, operands, summary, details, options }: Verb): string {
  return [
    `Usage: loopready ${[name, operands, '[options]'].filter(Boolean).join(' ')}`,
    '',
    `${summary}.`,
    '',
    'Options',
    ...optionLines({ ...options, ...globalOptions }),
    ...(details === undefined ? [] : ['', details.trim()]),
  ].join('\n')
}

function optionLines(options: Options): string[] {
  return columns(
    Object.entries(options).map(([name, option]) => [
      option.type === 'flag' ? `--${name}` : `--${name} ${option.value}`,
      option.help,
    ]),
  )
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
