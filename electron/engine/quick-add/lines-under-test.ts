import type { QuickAdd } from '#contract/quick-add.ts'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

// For the tests of this folder only.
/** Tuesday, 24 November 2026, 10:30 in Berlin. */
export const now = '2026-11-24T09:30:00Z'

/** An engine with a profile, and lines read by it. */
export async function opened({
  level = 'L6',
  at = now,
  zone = 'Europe/Berlin',
  dayStartsAt = 0,
}: Readonly<{ level?: string; at?: string; zone?: string; dayStartsAt?: number }> = {}) {
  const { ask, ...setup } = openEngine({ now: at, zone })
  await ask('profile.save', { ...aProfile, level, dayStartsAt })
  return { ...setup, ask, parse: async (text: string) => ask('sessions.parse', { text }) }
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
