import type { CountKind } from '#contract/playbooks.ts'
import type { DemoCategory, DemoNote, DemoNotes, DemoPlaybook, DemoWork } from './demo-material.ts'
import { CODING, DEEP_DIVES, STORIES, SYSTEM_DESIGN } from './demo-notes-l6.ts'
import { ARCHITECTURE, CREDIBILITY, ORG_LEADERSHIP, STRATEGY } from './demo-notes-l7.ts'

const BY_SLUG: ReadonlyMap<string, DemoNotes> = new Map([
  ['system-design', SYSTEM_DESIGN],
  ['coding', CODING],
  ['stories', STORIES],
  ['deep-dives', DEEP_DIVES],
  ['strategic-thinking', STRATEGY],
  ['architecture', ARCHITECTURE],
  ['org-leadership', ORG_LEADERSHIP],
  ['credibility', CREDIBILITY],
])

const WORKS: readonly DemoWork[] = ['design', 'coding', 'paper', 'mock', 'study']

const WORK_OF: Readonly<Record<CountKind, DemoWork>> = {
  'design-problem': 'design',
  'coding-easy': 'coding',
  'coding-medium': 'coding',
  'coding-hard': 'coding',
  'mock-interview': 'mock',
  paper: 'paper',
}

/** Sample notes for a category of any playbook: our own where its slug is known, otherwise made of its tasks. */
export function demoNotesOf(category: DemoCategory, playbook: DemoPlaybook): readonly DemoNote[] {
  const notes = BY_SLUG.get(category.slug) ?? notesOfTasks(category, playbook)
  return WORKS.flatMap((work) => (notes[work] ?? []).map((text) => ({ work, text })))
}

function notesOfTasks({ slug, name, tasks }: DemoCategory, playbook: DemoPlaybook): DemoNotes {
  const works = playbook.milestones.flatMap(({ category, measure }) =>
    category === slug && measure.kind === 'counts' ? measure.counts.map((k) => WORK_OF[k]) : [],
  )
  const work = works.find((kind) => kind !== 'mock')
  const texts = tasks.map(({ text }) => text)
  return {
    study: texts.flatMap((text) => [text, `Read up on this: ${text}`, `Made notes: ${text}`]),
    mock: [`Mock interview with a peer: ${name}`, `Second mock interview: ${name}`],
    ...(work !== undefined && { [work]: texts.map((text) => `Practised: ${text}`) }),
  }
}
