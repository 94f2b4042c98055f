import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const shippedData = path.resolve(import.meta.dirname, '../../../data')

/** A copy of the shipped data and an empty folder of the user's, both gone when the test is finished. */
export function testFolders() {
  const root = mkdtempSync(path.join(tmpdir(), 'loopready-playbooks-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const builtInDir = path.join(root, 'data')
  const userDir = path.join(root, 'user', 'playbooks')
  cpSync(shippedData, builtInDir, { recursive: true })
  mkdirSync(userDir, { recursive: true })
  return {
    builtInDir,
    userDir,
    /** Puts a playbook file into the user's folder. */
    write: (file: string, content: string | Uint8Array) =>
      writeFileSync(path.join(userDir, file), content),
    /** The text of a shipped playbook. */
    shipped: (file: string) => readFileSync(path.join(builtInDir, 'playbooks', file), 'utf8'),
    /** Changes a shipped file of this copy; the text to change must be there. */
    breakShipped: (file: string, from: string, to: string) => {
      const at = path.join(builtInDir, file)
      writeFileSync(at, changed(readFileSync(at, 'utf8'), from, to))
    },
  }
}

/** A small playbook that is right in every way, with one piece of its text changed. */
export function smallPlaybook(from = '', to = ''): string {
  return changed(small, from, to)
}

/** `line:column` of a piece of text in a larger one. */
export function placeOf(text: string, piece: string): string {
  const before = text.slice(0, indexIn(text, piece)).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

function changed(text: string, from: string, to: string): string {
  const at = indexIn(text, from)
  return text.slice(0, at) + to + text.slice(at + from.length)
}

function indexIn(text: string, piece: string): number {
  const at = text.indexOf(piece)
  if (at < 0) throw new Error(`the test's text does not hold ${JSON.stringify(piece)}`)
  return at
}

const small = `schemaVersion: 1
id: L8
name: L8 director
summary: For directors.
version: 1
sources:
  - id: own
    title: My own notes
    note: What two friends told me.
formula:
  name: 60-40
  provenance: { source: My own notes }
  areas:
    - id: formula.vision
      name: Vision
      share: 60
      points: [See further]
    - id: formula.people
      name: People
      share: 40
      points: [Grow leaders]
plan:
  provenance: { source: My own notes }
  categories:
    - id: plan.writing
      slug: writing
      name: Writing
      share: 70
      hours: { min: 50, approximate: true }
      tasks:
        - { id: memo, text: Write a memo }
      provenance: { source: My own notes }
    - id: plan.reading
      slug: reading
      name: Reading
      share: 30
      hours: { min: 20 }
      tasks:
        - { id: book, text: Read a book }
      provenance: { source: My own notes }
milestones:
  - id: papers
    name: Papers
    category: reading
    unit: { one: paper, many: papers }
    target: { min: 5, max: 8 }
    measure: { kind: counts, counts: [paper] }
    provenance: { source: My own notes }
checklist:
  - id: basics
    section: Basics
    name: Basics
    items:
      - id: budget
        text: I own a budget.
indicators:
  - id: results
    name: Results
    indicators:
      - kind: numeric
        id: growth
        text: Growth
        comparator: ">"
        threshold: 10
        unit: "%"
        provenance: { source: My own notes }
mappings:
  - { from: L7, category: strategic-thinking, to: [writing] }
`
