import type { Count } from '#contract/sessions.ts'
import { totalCounts } from './counts.ts'
import type { DemoNote, DemoWork } from './demo-material.ts'
import type { Random } from './seeded-random.ts'

/** Minutes below which nobody would start such work. */
const LEAST_MINUTES: Readonly<Record<DemoWork, number>> = {
  design: 50,
  coding: 20,
  paper: 30,
  mock: 45,
  study: 0,
}

/** Gives the next note of a category for a session of some minutes; a mock interview where one is wanted and left. */
export type DemoJournal = (minutes: number, wantsMock: boolean) => DemoNote

/**
 * Hands out the notes of a category. Notes of the same work keep their order, as later ones speak of earlier ones;
 * how the works take turns is left to chance. When none is left they come round again as reviews, in which no design
 * problem and no paper is counted a second time.
 */
export function demoJournal(notes: readonly DemoNote[], random: Random): DemoJournal {
  const mocks = notes.filter(({ work }) => work === 'mock')
  const fresh = interleaved(notes, random)
  const reviews = fresh.map(({ work, text }) => reviewOf(work, text))
  let open = fresh
  return (minutes, wantsMock) => {
    if (wantsMock && minutes >= LEAST_MINUTES.mock) {
      const mock = mocks.shift()
      if (mock !== undefined) return mock
    }
    const fits = ({ work }: DemoNote) => minutes >= LEAST_MINUTES[work]
    if (!open.some(fits)) open = [...open, ...reviews]
    const note = open.find(fits)
    if (note === undefined) return { work: 'study', text: '' }
    open = open.filter((other) => other !== note)
    return note
  }
}

/** All but the mock interviews, each work spread evenly over the whole and in its own order. */
function interleaved(notes: readonly DemoNote[], random: Random): readonly DemoNote[] {
  const works: readonly DemoWork[] = ['design', 'coding', 'paper', 'study']
  return works
    .flatMap((work) => {
      const same = notes.filter((note) => note.work === work)
      return same.map((note, index) => ({ note, rank: (index + random()) / same.length }))
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ note }) => note)
}

function reviewOf(work: DemoWork, text: string): DemoNote {
  return { work: work === 'coding' ? 'coding' : 'study', text: `Once more: ${text}` }
}

/**
 * What is counted in a session. Coding problems follow from the minutes, with a fifth of the time lost to talking and
 * reading; from easy ones to medium and hard ones as `progress` goes from 0 to 1.
 */
export function demoCounts(
  work: DemoWork,
  minutes: number,
  progress: number,
  random: Random,
): readonly Count[] {
  switch (work) {
    case 'design':
      return [{ kind: 'design-problem', n: 1 }]
    case 'paper':
      return [{ kind: 'paper', n: 1 }]
    case 'mock':
      return [{ kind: 'mock-interview', n: 1 }]
    case 'study':
      return []
    case 'coding':
      return codingCounts(minutes, progress, random)
  }
}

type Coding = 'coding-easy' | 'coding-medium' | 'coding-hard'

const PROBLEM_MINUTES: Readonly<Record<Coding, number>> = {
  'coding-easy': 18,
  'coding-medium': 34,
  'coding-hard': 55,
}

function codingCounts(minutes: number, progress: number, random: Random): readonly Count[] {
  const solved: Coding[] = []
  let left = minutes * 0.8
  for (;;) {
    const luck = random()
    const hard = 0.6 * progress - 0.1
    const easy = 0.5 - 0.4 * progress
    const next = luck < hard ? 'coding-hard' : luck < hard + easy ? 'coding-easy' : 'coding-medium'
    if (PROBLEM_MINUTES[next] > left) break
    solved.push(next)
    left -= PROBLEM_MINUTES[next]
  }
  // Time for a medium one but not for the hard one that came up: nobody sits there and solves nothing.
  if (solved.length === 0)
    solved.push(left >= PROBLEM_MINUTES['coding-medium'] ? 'coding-medium' : 'coding-easy')
  return [...totalCounts(solved.map((kind) => ({ kind, n: 1 })))].map(([kind, n]) => ({ kind, n }))
}
