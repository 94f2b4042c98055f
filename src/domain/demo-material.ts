import type { Milestone, PlanCategory, Playbook } from '#contract/playbooks.ts'

/** As much of a category as sample data is made from. */
export type DemoCategory = Readonly<Pick<PlanCategory, 'slug' | 'name' | 'share' | 'tasks'>>

/** As much of a playbook as sample data is made from. */
export type DemoPlaybook = Readonly<{
  id: Playbook['id']
  plan: Readonly<{ categories: readonly DemoCategory[] }>
  milestones: readonly Readonly<Pick<Milestone, 'id' | 'category' | 'measure' | 'target'>>[]
}>

/** What a sample note says was done, which decides what is counted with it. */
export type DemoWork = 'design' | 'coding' | 'paper' | 'mock' | 'study'

/** A sample note and the work that it speaks of. */
export type DemoNote = Readonly<{ work: DemoWork; text: string }>

/** The sample notes of one category, by their work. */
export type DemoNotes = Readonly<Partial<Record<DemoWork, readonly string[]>>>
