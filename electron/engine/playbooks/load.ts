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
import { type FaultAt, readDataFile } from './data-file.ts'

/** What is wrong with a file that could not be read as a playbook. */
export type PlaybookProblem = Readonly<{ file: string; message: string }>

/** A playbook in a list: what one needs to choose it. */
export type PlaybookSummary = Readonly<{
  id: string
  name: string
  summary: string
  builtIn: boolean
}>

/** Everything that is known about levels, read once when the engine starts. Nothing in it can be changed. */
export type PlaybookLibrary = Readonly<{
  get(id: string): Playbook | undefined
  /** The built-in ones first, then the user's, each by file name. */
  list(): readonly PlaybookSummary[]
  /** Faults in the user's own files. */
  problems: readonly PlaybookProblem[]
  /** In their official order. */
  principles: readonly Principle[]
  /** The interview questions that ship with the app, in the order of their files. */
  questions: readonly BankQuestion[]
  categoryOf(playbookId: string, slug: string): PlanCategory | undefined
}>

type Loaded = Readonly<{ playbook: Playbook; builtIn: boolean; file: string; faultAt: FaultAt }>

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
  const principlesInOrder = loadPrinciples(builtInDir)
  const { playbooks, problems } = readPlaybooks(path.join(builtInDir, 'playbooks'), userDir)
  const summaries = [...playbooks.values()].map(({ playbook: { id, name, summary }, builtIn }) => ({
    id,
    name,
    summary,
    builtIn,
  }))
  const get = (id: string) => playbooks.get(id)?.playbook
  const bank = readQuestionBank(path.join(builtInDir, 'questions'), {
    hasPrinciple: (id) => principlesInOrder.some((principle) => principle.id === id),
    hasLevel: (id) => playbooks.get(id)?.builtIn ?? false,
  })
  if (bank.faults.length > 0) throw new BuiltInDataError(bank.faults)
  return frozen({
    get,
    list: () => summaries,
    problems,
    principles: principlesInOrder,
    questions: bank.questions,
    categoryOf: (id: string, slug: string) =>
      get(id)?.plan.categories.find((category) => category.slug === slug),
  })
}

function readPlaybooks(builtInDir: string, userDir: string) {
  const playbooks = new Map<string, Loaded>()
  const problems: PlaybookProblem[] = []

  const broken = yamlFiles(builtInDir).flatMap((file) => add(playbooks, builtInDir, file, true))
  for (const own of playbooks.values()) broken.push(...deadMappings(own, playbooks))
  if (broken.length > 0) throw new BuiltInDataError(broken)

  for (const file of userFiles(userDir, problems)) {
    for (const message of add(playbooks, userDir, file, false)) problems.push({ file, message })
  }
  for (const own of playbooks.values()) {
    if (own.builtIn) continue
    for (const message of deadMappings(own, playbooks))
      problems.push({ file: own.file, message: `${message}; this mapping is ignored` })
  }
  return { playbooks, problems }
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
  playbooks.set(id, { playbook: frozen(read.value), builtIn, file, faultAt: read.faultAt })
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
function yamlFiles(dir: string): readonly string[] {
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
