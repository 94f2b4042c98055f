import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Playbook } from '#contract/playbooks.ts'

const small = `schemaVersion: 1
id: ''
name: ''
summary: Whom the level is for, in one sentence.
version: 1
sources:
  - id: own
    title: My own plan
    note: Where the figures come from.
formula:
  name: 60-40
  provenance: { source: My own plan }
  areas:
    - id: formula.people
      name: People
      share: 60
      points: [What is looked for in it]
    - id: formula.technology
      name: Technology
      share: 40
      points: [What is looked for in it]
plan:
  provenance: { source: My own plan }
  categories:
    - id: plan.stories
      slug: stories
      name: Stories
      share: 50
      hours: { min: 40, approximate: true }
      tasks:
        - { id: write, text: Write eight stories }
      provenance: { source: My own plan }
    - id: plan.design
      slug: design
      name: Design
      share: 50
      hours: { min: 40, approximate: true }
      tasks:
        - { id: practise, text: Work ten design problems }
      provenance: { source: My own plan }
`

/** A small playbook to fill in. */
export function smallPlaybookText(id: string, name: string): string {
  const document = parseDocument(small)
  document.set('id', id)
  document.set('name', name)
  return document.toString({ lineWidth: 100 })
}

/**
 * A copy of a playbook's text under a new id, which says what it was made from. Sessions of the original may count in
 * the categories of the same names.
 */
export function copyOf(text: string, original: Playbook, id: string, name: string): string {
  const document = parseDocument(text)
  const root = document.contents
  document.commentBefore = ` Made from ${original.id}. How each key is read: docs/PLAYBOOKS.md`
  document.set('id', id)
  document.set('name', name)
  document.set('version', 1)
  document.delete('template')
  if (isMap(root)) {
    const [first] = root.items
    if (first && isScalar(first.key)) first.key.commentBefore = null
    const at = root.items.findIndex(({ key }) => String(key) === 'version')
    root.items.splice(at + 1, 0, document.createPair('template', original.id))
  }
  const places = original.plan.categories.map(({ slug }) =>
    document.createNode({ from: original.id, category: slug, to: [slug] }, { flow: true }),
  )
  const mappings = document.get('mappings')
  if (isSeq(mappings)) {
    // A copy of a copy: the way back to the first is the same, and one to itself there cannot be.
    mappings.items = mappings.items.filter(
      (row) => !isMap(row) || ![id, original.id].includes(String(row.get('from'))),
    )
    mappings.items.push(...places)
  } else document.set('mappings', document.createNode(places))
  return document.toString({ lineWidth: 100 })
}
