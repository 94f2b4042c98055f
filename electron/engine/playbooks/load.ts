import { readdirSync } from 'node:fs'
import path from 'node:path'
import {
  type Playbook,
  type PlanCategory,
  playbook,
  type Principle,
  principles,
} from '#contract/playbooks.ts'
import { type BankQuestion, readQuestionBank } from '../questions/bank.ts'
import { codeOf } from '../refusal.ts'
import { type FaultAt, readDataFile, textOfFile } from './data-file.ts'

/** What is wrong with a file that could not be read as a playbook. */
export type PlaybookProblem = Readonly<{ file: string; message: string }>

/** A playbook in a list: what one needs to choose it. */
export type PlaybookSummary = Readonly<{
  id: string
  name: string
  summary: string
  builtIn: boolean
}>

/** Everything that is known about levels, as the files were at one moment. Nothing in it can be changed. */
export type PlaybookLibrary = Readonly<{
  get(id: string): Playbook | undefined
  /** The built-in ones first, then the user's, each by file name. */
  list(): readonly PlaybookSummary[]
  /** The file that an own playbook stands in; undefined for those that ship with the app. */
  fileOf(id: string): string | undefined
  /** The text of a playbook's file; null where it is gone. */
  textOf(id: string): string | null
  /** Faults in the user's own files. */
  problems: readonly PlaybookProblem[]
  /** In their official order. */
  principles: readonly Principle[]
  /** The interview questions that ship with the app, in the order of their files. */
  questions: readonly BankQuestion[]
  categoryOf(playbookId: string, slug: string): PlanCategory | undefined
}>

type Loaded = Readonly<{
  playbook: Playbook
  builtIn: boolean
  dir: string
  file: string
  faultAt: FaultAt
}>

type Folders = Readonly<{
  /** Holds `principles.yaml`, the built-in levels in `playbooks/` and the questions in `questions/`. */
  builtInDir: string
  /** Holds the user's own levels; may be missing. */
  userDir: string
}>

/** A file that ships with the app is broken: our fault, never the user's. */
export class BuiltInDataError extends Error {
  constructor(messages: readonly string[]) {
    super(`Built-in data is broken:\n${messages.join('\n')}`)
    this.name = 'BuiltInDataError'
  }
}

/**
 * Reads the principles and every level, the built-in ones and the user's own. Throws `BuiltInDataError` where a
 * built-in file is broken; a broken file of the user's is listed in `problems` and the rest works.
 */
export function loadPlaybooks({ builtInDir, userDir }: Folders): PlaybookLibrary {
  return withOwn(loadBuiltIn(builtInDir), userDir)
}

/** What ships with the app. */
export type BuiltIn = Readonly<{
  playbooks: ReadonlyMap<string, Loaded>
  principles: readonly Principle[]
  questions: readonly BankQuestion[]
}>

/** Reads what ships with the app, which does not change while it runs. Throws `BuiltInDataError`. */
export function loadBuiltIn(builtInDir: string): BuiltIn {
  const principlesInOrder = loadPrinciples(builtInDir)
  const playbooks = new Map<string, Loaded>()
  const folder = path.join(builtInDir, 'playbooks')
  const broken = yamlFiles(folder).flatMap((file) => add(playbooks, folder, file, true))
  for (const own of playbooks.values()) broken.push(...deadMappings(own, playbooks))
  if (broken.length > 0) throw new BuiltInDataError(broken)
  const bank = readQuestionBank(path.join(builtInDir, 'questions'), {
    hasPrinciple: (id) => principlesInOrder.some((principle) => principle.id === id),
    hasLevel: (id) => playbooks.has(id),
  })
  if (bank.faults.length > 0) throw new BuiltInDataError(bank.faults)
  return frozen({ playbooks, principles: principlesInOrder, questions: bank.questions })
}

/** The library with the user's own playbooks as their files are now. */
export function withOwn(builtIn: BuiltIn, userDir: string): PlaybookLibrary {
  const playbooks = new Map(builtIn.playbooks)
  const problems = readOwn(playbooks, userDir)
  const summaries = [...playbooks.values()].map(({ playbook: { id, name, summary }, builtIn }) => ({
    id,
    name,
    summary,
    builtIn,
  }))
  const get = (id: string) => playbooks.get(id)?.playbook
  return frozen({
    get,
    list: () => summaries,
    fileOf: (id: string) => {
      const found = playbooks.get(id)
      return found?.builtIn === false ? found.file : undefined
    },
    textOf: (id: string) => {
      const found = playbooks.get(id)
      return found ? textOfFile(path.join(found.dir, found.file)) : null
    },
    problems,
    principles: builtIn.principles,
    questions: builtIn.questions,
    categoryOf: (id: string, slug: string) =>
      get(id)?.plan.categories.find((category) => category.slug === slug),
  })
}

/** Adds the user's own playbooks to those that ship with the app; answers what is wrong with their files. */
function readOwn(playbooks: Map<string, Loaded>, userDir: string): readonly PlaybookProblem[] {
  const problems: PlaybookProblem[] = []
  for (const file of userFiles(userDir, problems)) {
    for (const message of add(playbooks, userDir, file, false)) problems.push({ file, message })
  }
  for (const own of playbooks.values()) {
    if (own.builtIn) continue
    for (const message of deadMappings(own, playbooks))
      problems.push({ file: own.file, message: `${message}; this mapping is ignored` })
  }
  return problems
}

/** Adds one file's playbook, or answers what is wrong with it. */
function add(
  playbooks: Map<string, Loaded>,
  dir: string,
  file: string,
  builtIn: boolean,
): readonly string[] {
  const read = readDataFile(path.join(dir, file), playbook)
  if (!read.ok) return read.messages
  const { id } = read.value
  // Compared without case: `--level l6` must never mean something else than L6.
  const taken = [...playbooks.values()].find(
    (other) => other.playbook.id.toLowerCase() === id.toLowerCase(),
  )
  if (taken) {
    const owner = taken.builtIn ? `the built-in ${taken.playbook.id}` : taken.file
    const fault = `expected an id that no other playbook has, found "${id}", the id of ${owner}`
    return [read.faultAt(['id'], fault)]
  }
  playbooks.set(id, { playbook: frozen(read.value), builtIn, dir, file, faultAt: read.faultAt })
  return []
}

/** Reads the Leadership Principles from `principles.yaml` in a folder. Throws `BuiltInDataError`. */
export function loadPrinciples(dir: string): readonly Principle[] {
  const read = readDataFile(path.join(dir, 'principles.yaml'), principles)
  if (!read.ok) throw new BuiltInDataError(read.messages)
  return frozen(read.value.principles)
}

/** Mappings from a category that its playbook does not have. One from a playbook that is not there waits for it. */
function deadMappings(own: Loaded, playbooks: ReadonlyMap<string, Loaded>): readonly string[] {
  return own.playbook.mappings.flatMap(({ from, category }, index) => {
    const other = playbooks.get(from)?.playbook
    if (!other || other.plan.categories.some(({ slug }) => slug === category)) return []
    const known = other.plan.categories.map(({ slug }) => slug).join(', ')
    const fault = `expected a category of ${from} (${known}), found "${category}"`
    return [own.faultAt(['mappings', index, 'category'], fault)]
  })
}

function userFiles(dir: string, problems: PlaybookProblem[]): readonly string[] {
  try {
    return yamlFiles(dir)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    const message = `playbooks: the folder cannot be read (${codeOf(error) || 'unknown reason'})`
    problems.push({ file: 'playbooks', message })
    return []
  }
}

/** YAML files by name; hidden ones are editors' leftovers. */
export function yamlFiles(dir: string): readonly string[] {
  return readdirSync(dir)
    .filter((file) => !file.startsWith('.') && /\.ya?ml$/i.test(file))
    .toSorted()
}

/** Handlers hand the loaded objects out as they are, so nobody may change them. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}
