import type { ChecklistProgress, ChecklistState } from '#contract/checklist.ts'

/** The states in their order: a later one is never worth less. */
export const checklistStates: readonly ChecklistState[] = [
  'open',
  'partial',
  'shown',
  'shown-with-story',
]

const LABELS: Readonly<Record<ChecklistState, string>> = {
  open: 'Open',
  partial: 'Partial',
  shown: 'Shown',
  'shown-with-story': 'Shown with a story',
}

/** A state in words. */
export function checklistStateLabel(state: ChecklistState): string {
  return LABELS[state]
}

/** What was said of an item: the tick, without what proves it. */
export type SaidState = Exclude<ChecklistState, 'shown-with-story'>

/** The state that an item is in: `shown` with a story linked is `shown-with-story`, and nothing else is. */
export function stateOf(said: SaidState, stories: number): ChecklistState {
  return said === 'shown' && stories > 0 ? 'shown-with-story' : said
}

/** How much of an item's worth its state makes. */
const STATE_PART: Readonly<Record<ChecklistState, number>> = {
  open: 0,
  partial: 0.5,
  shown: 1,
  'shown-with-story': 1,
}
const BARE_TICK = 0.4
const WITH_EVIDENCE = 0.8
const WITH_STORY = 1

/** What bears on the worth of an item. */
export type ItemFacts = Readonly<{
  said: SaidState
  /** Stories that are linked to it. */
  stories: number
  /** Other evidence: sessions, links, files, texts, figures of the ledger. */
  proofs: number
}>

/**
 * What an item is worth, 0 to 1: its state (open 0, partial 0.5, shown 1) times what proves it (nothing 0.4, evidence
 * 0.8, a story 1). So a bare tick is worth 0.4, and no evidence makes an open item worth anything.
 */
export function worthOf({ said, stories, proofs }: ItemFacts): number {
  const proved = stories > 0 ? WITH_STORY : proofs > 0 ? WITH_EVIDENCE : BARE_TICK
  return STATE_PART[said] * proved
}

/** The worth rule in words, for the (i). */
export const WORTH_RULE =
  'State (open 0, partial 0.5, shown 1) × evidence (none 0.4, any 0.8, a story 1); the mean over the items of the playbook.'

/** An item as far as progress looks at it. */
export type ProgressItem = ItemFacts & Readonly<{ own: boolean }>

/**
 * How far a set of items is. `progress` is the mean worth of the playbook's items, 0 to 1 (0 without any). Own items
 * are counted and take no part in it, so that adding one never lowers it.
 */
export function checklistProgressOf(all: readonly ProgressItem[]): ChecklistProgress {
  const items = all.filter(({ own }) => !own)
  const inState = (state: ChecklistState) =>
    items.filter(({ said, stories }) => stateOf(said, stories) === state).length
  const worth = items.reduce((sum, item) => sum + worthOf(item), 0)
  return {
    items: items.length,
    open: inState('open'),
    partial: inState('partial'),
    shown: inState('shown'),
    shownWithStory: inState('shown-with-story'),
    withEvidence: items.filter(
      ({ said, stories, proofs }) => said !== 'open' && stories + proofs > 0,
    ).length,
    own: all.length - items.length,
    progress: items.length === 0 ? 0 : Math.min(1, Math.round((worth / items.length) * 1e9) / 1e9),
  }
}

/** What an item can lack: one filter of the list each. */
export const checklistGaps = ['open', 'partial', 'unproved', 'no-story', 'unsure'] as const
export type ChecklistGap = (typeof checklistGaps)[number]

const GAP_LABELS: Readonly<Record<ChecklistGap, string>> = {
  open: 'Open',
  partial: 'Partial',
  unproved: 'Ticked without evidence',
  'no-story': 'Without a story',
  unsure: 'Confidence 1 or 2',
}

/** A gap in words. */
export function checklistGapLabel(gap: ChecklistGap): string {
  return GAP_LABELS[gap]
}

/** Whether an item has a gap. `unproved`: partial or shown, and nothing proves it. `no-story`: whatever its state. */
export function hasGap(
  gap: ChecklistGap,
  item: Readonly<{
    state: ChecklistState
    confidence: number | null
    stories: number
    proofs: number
  }>,
): boolean {
  switch (gap) {
    case 'open':
      return item.state === 'open'
    case 'partial':
      return item.state === 'partial'
    case 'unproved':
      return item.state !== 'open' && item.stories + item.proofs === 0
    case 'no-story':
      return item.stories === 0
    case 'unsure':
      return item.confidence !== null && item.confidence <= 2
  }
}

/** What is said of an item that is in a state: the story of the last one is linked and not said. */
export function saidOf(state: ChecklistState): SaidState {
  return state === 'shown-with-story' ? 'shown' : state
}
