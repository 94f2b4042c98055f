import { readdirSync } from 'node:fs'
import path from 'node:path'
import { questionFile, type QuestionKind } from '#contract/questions.ts'
import { readDataFile } from '../playbooks/data-file.ts'

/** A question of the bank that ships with the app. */
export type BankQuestion = Readonly<{
  id: string
  text: string
  kind: QuestionKind
  principle: string | null
  levels: readonly string[]
}>

type Known = Readonly<{
  hasPrinciple(id: string): boolean
  hasLevel(id: string): boolean
}>

/**
 * Reads every YAML file of a folder as questions, by file name. Returns them with what is wrong, one message per
 * fault with file, line and column: an id or a text that stands twice, a principle or a level that there is not.
 */
export function readQuestionBank(
  dir: string,
  known: Known,
): Readonly<{ questions: readonly BankQuestion[]; faults: readonly string[] }> {
  const questions: BankQuestion[] = []
  const faults: string[] = []
  const ids = new Set<string>()
  const texts = new Set<string>()
  for (const file of readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()) {
    const read = readDataFile(path.join(dir, file), questionFile)
    if (!read.ok) {
      faults.push(...read.messages)
      continue
    }
    const fault = (at: readonly PropertyKey[], message: string) =>
      faults.push(read.faultAt(['groups', ...at], message))
    read.value.groups.forEach(({ kind, principle, levels, questions: rows }, g) => {
      if (principle !== undefined && !known.hasPrinciple(principle))
        fault([g, 'principle'], `expected the id of a principle, found "${principle}"`)
      if (kind === 'behavioural' && principle === undefined)
        fault([g], 'expected a principle for behavioural questions, found none')
      levels.forEach((level, l) => {
        if (!known.hasLevel(level))
          fault([g, 'levels', l], `expected the id of a playbook, found "${level}"`)
      })
      rows.forEach(({ id, text }, q) => {
        if (ids.has(id)) fault([g, 'questions', q, 'id'], `the question id "${id}" is used twice`)
        if (texts.has(text.toLowerCase()))
          fault([g, 'questions', q, 'text'], 'expected a new question, found one twice')
        ids.add(id)
        texts.add(text.toLowerCase())
        questions.push({ id, text, kind, principle: principle ?? null, levels })
      })
    })
  }
  return { questions, faults }
}
