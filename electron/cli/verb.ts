import type { styleText } from 'node:util'
import type { Engine } from '#engine/api.ts'

/** An option: a flag that is given or not, one with a value, or one that may be given again and again. */
export type Option = Readonly<
  { help: string } & ({ type: 'flag' } | { type: 'text' | 'list'; value: string })
>
export type Options = Readonly<Record<string, Option>>

/** What was typed for a verb's options. */
export type Given<O extends Options> = { readonly [Name in keyof O]: Value<O[Name]['type']> }

type Value<T extends Option['type']> = T extends 'flag'
  ? boolean
  : T extends 'list'
    ? readonly string[]
    : string | undefined

export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string

/** Where a verb runs. */
export type Terminal = Readonly<{
  /** The engine on the data folder; opened at the first use, so that `help` touches no file. */
  engine(): Engine
  /** The absolute path of the data folder. */
  dataDir(): string
  /** Prints to standard output, with a line break after it. */
  print(text: string): void
  /** Writes bytes to standard output as they are. */
  send(bytes: Uint8Array): void
  /** Prints one line to standard error that does not make the verb fail. */
  warn(message: string): void
  /** Colours text where standard output is a terminal that shows it and NO_COLOR is not set. */
  paint: Paint
  /** Whether standard output is a terminal. */
  isScreen: boolean
  /** A variable of the environment; undefined where it is not set or empty. */
  variable(name: string): string | undefined
  /** Asks for a line that is not shown while it is typed; null where nobody can be asked. */
  askSecret(question: string): Promise<string | null>
  /** The absolute path of a path as typed, seen from where the person stands. */
  pathOf(typed: string): string
}>

/** What can be done from the terminal. One object per verb; the table of them is verbs.ts. */
export type Verb = Readonly<{
  name: string
  /** What follows the name: `<duration> <category>`. */
  operands: string
  /** How many operands it takes: at least and at most. */
  takes: readonly [number, number]
  /** What it does, in one line without a full stop. */
  summary: string
  /** More for `<verb> --help`: paragraphs and examples. */
  details?: string
  options: Options
  run(terminal: Terminal, given: Given<Options>, operands: readonly string[]): Promise<void>
}>

/** Declares a verb: its options decide the types of what it is given. */
export function defineVerb<const O extends Options>(
  verb: Omit<Verb, 'options' | 'run'> & {
    options: O
    run(terminal: Terminal, given: Given<O>, operands: readonly string[]): Promise<void>
  },
): Verb {
  // The command line fills in every option that `options` declares, which is what `Given<O>` says.
  return {
    ...verb,
    run: (terminal, given, operands) => verb.run(terminal, given as Given<O>, operands),
  }
}
