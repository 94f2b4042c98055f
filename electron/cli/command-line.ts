import { parseArgs } from 'node:util'
import { complain } from './complaint.ts'
import { nearest } from './nearest.ts'
import type { Given, Option, Options, Verb } from './verb.ts'

/** The options that stand with every verb, before or after it. */
export const globalOptions = {
  'data-dir': { type: 'text', value: 'DIR', help: 'The folder that holds the data.' },
  help: { type: 'flag', help: 'Say what a verb does and takes.' },
} as const satisfies Options

const optionsWithoutVerb = {
  ...globalOptions,
  version: { type: 'flag', help: 'Print the version.' },
} as const satisfies Options

type Typed = Readonly<{ given: Given<Options>; operands: readonly string[] }>

/** What a person asked for. */
export type Command = Readonly<
  | ({ kind: 'run'; verb: Verb; dataDir: string | undefined } & Typed)
  | { kind: 'help'; verb: Verb | undefined }
  | { kind: 'version' }
>

/** Reads the arguments of the program. Complains about what it cannot read. */
export function readCommand(args: readonly string[], verbs: readonly Verb[]): Command {
  const place = placeOfVerb(args)
  const name = args[place]
  if (name === undefined) {
    const { given } = read(args, optionsWithoutVerb, 'loopready')
    return given['version'] === true ? { kind: 'version' } : { kind: 'help', verb: undefined }
  }
  // "--dta-dir x status": what stands in the verb's place is the value of an option that there is not.
  if (verbs.every((verb) => verb.name !== name))
    read(args.slice(0, place), optionsWithoutVerb, 'loopready')
  const verb = verbNamed(name, verbs)
  const typed = read(args.toSpliced(place, 1), { ...globalOptions, ...verb.options }, verb.name)
  if (typed.given['help'] === true) return { kind: 'help', verb }
  const [least, most] = verb.takes
  if (typed.operands.length < least)
    complain(`"${verb.name}" needs ${verb.operands}. ${seeHelp(verb.name)}`)
  if (typed.operands.length > most)
    complain(`"${verb.name}" cannot use "${typed.operands[most]}". ${seeHelp(verb.name)}`)
  const { 'data-dir': dataDir, help: _, ...given } = typed.given
  return {
    kind: 'run',
    verb,
    dataDir: typeof dataDir === 'string' ? dataDir : undefined,
    given,
    operands: typed.operands,
  }
}

/** The verb of a name. Complains, with the nearest one, when there is none. */
export function verbNamed(typed: string, verbs: readonly Verb[]): Verb {
  const names = verbs.map(({ name }) => name)
  return (
    verbs.find(({ name }) => name === typed) ??
    complain(`There is no verb "${typed}".${meant(typed, names)} "loopready help" lists the verbs.`)
  )
}

/** ` Did you mean "X"?`, or nothing where no word is near. */
export function meant(typed: string, words: readonly string[]): string {
  const word = nearest(typed, words)
  return word === undefined ? '' : ` Did you mean "${word}"?`
}

function seeHelp(name: string): string {
  return name === 'loopready'
    ? '"loopready help" says more.'
    : `"loopready ${name} --help" says more.`
}

/** The first argument that is neither an option nor the value of `--data-dir`; past the end when there is none. */
function placeOfVerb(args: readonly string[]): number {
  let place = 0
  while (args[place]?.startsWith('-')) place += args[place] === '--data-dir' ? 2 : 1
  return place
}

/**
 * Reads options and operands. Not in parseArgs's strict mode: its messages run over several lines, and it takes the
 * duration of "log -90 coding" for an option.
 */
function read(args: readonly string[], options: Options, name: string): Typed {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([option, { type }]) => [
        option,
        {
          type: type === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(option === 'help' ? { short: 'h' } : {}),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given: Record<string, string | boolean | readonly string[] | undefined> = {}
  for (const [option, { type }] of Object.entries(options))
    given[option] = type === 'flag' ? false : type === 'list' ? [] : undefined

  const operands = new Map<number, string>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const typed = args[token.index] ?? ''
    if (token.kind === 'positional') operands.set(token.index, token.value)
    else if (/^-\d/.test(typed)) operands.set(token.index, typed)
    else {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
      if (!option)
        return complain(
          `${token.rawName} is not an option of "${name}".${meantOption(token.name, options)} ${seeHelp(name)}`,
        )
      const before = given[token.name]
      const value = valueOf(token.rawName, option, token.value, token.inlineValue === true, options)
      given[token.name] =
        typeof before === 'object' && typeof value === 'string' ? [...before, value] : value
    }
  }
  return { given, operands: [...operands.values()] }
}

function valueOf(
  rawName: string,
  option: Option,
  value: string | undefined,
  isInline: boolean,
  options: Options,
): string | true {
  if (option.type === 'flag')
    return value === undefined
      ? true
      : complain(`${rawName} takes no value; leave out "=${value}".`)
  // "--note --json" is a forgotten note; a note that says so is written --note=--json.
  const isForgotten =
    value === undefined ||
    (!isInline && value.startsWith('--') && Object.hasOwn(options, value.slice(2)))
  return isForgotten ? complain(`${rawName} needs a value: ${rawName} ${option.value}.`) : value
}

function meantOption(typed: string, options: Options): string {
  const option = nearest(typed, Object.keys(options))
  return option === undefined ? '' : ` Did you mean --${option}?`
}
