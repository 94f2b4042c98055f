import type { QuickAdd } from '#contract/quick-add.ts'
import { vocabularyOf } from '#domain/quick-add/categories.ts'
import { parseQuickAdd } from '#domain/quick-add/parse.ts'
import { aProfile, assetsDir, openEngine, settableClock } from '../../../tests/support/engine.ts'
import { loadPlaybooks } from '../playbooks/load.ts'
import { contextOf } from './handlers.ts'

// For the tests of this folder only.

/** Where and when a line is read: without more, at L6 on Tuesday, 24 November 2026, 10:30 in Berlin. */
type Situation = Readonly<{ level?: string; at?: string; zone?: string; dayStartsAt?: number }>

const usual = {
  level: 'L6',
  at: '2026-11-24T09:30:00Z',
  zone: 'Europe/Berlin',
  dayStartsAt: 0,
} as const satisfies Situation

/** The built-in playbooks. */
export const library = loadPlaybooks({
  builtInDir: `${assetsDir}/data`,
  userDir: `${assetsDir}/none`,
})

/** Reads lines as the call does, without a data file. */
export function readerOf(situation: Situation = {}): (text: string) => QuickAdd {
  const { level, at, zone, dayStartsAt } = { ...usual, ...situation }
  const playbook = library.get(level)
  if (!playbook) throw new Error(`There is no playbook ${level}`)
  const context = contextOf(settableClock(at, zone).clock, dayStartsAt, vocabularyOf(playbook))
  return (text) => parseQuickAdd(text, context)
}

/** An engine with a profile, which reads lines and logs what they say. */
export async function opened(situation: Situation = {}) {
  const { level, at, zone, dayStartsAt } = { ...usual, ...situation }
  const { ask } = openEngine({ now: at, zone })
  await ask('profile.save', { ...aProfile, level, dayStartsAt })
  return { ask, parse: async (text: string) => ask('sessions.parse', { text }) }
}

/** Every part of the line with what it is taken for, in order. */
export function told({ chips, unknown, ambiguous }: QuickAdd): string[] {
  return [
    ...chips.map((chip) => ({ ...chip, says: `${chip.kind} ${chip.text} = ${chip.label}` })),
    ...unknown.map((part) => ({ ...part, says: `? ${part.text}: ${part.message}` })),
    ...ambiguous.map(({ choices, ...part }) => ({
      ...part,
      says: `or ${part.text}: ${choices.map(({ replacement }) => replacement).join(' | ')}`,
    })),
  ]
    .toSorted((a, b) => a.start - b.start)
    .map(({ says }) => says)
}
