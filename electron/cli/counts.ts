import type { CountKind } from '#contract/playbooks.ts'
import { COUNT_KINDS, totalCounts } from '#domain/counts.ts'
import { meant } from './command-line.ts'
import { complain } from './complaint.ts'

/** Short names for what can be counted. */
export const shortNames: Readonly<Record<CountKind, string>> = {
  'design-problem': 'design',
  'coding-easy': 'easy',
  'coding-medium': 'medium',
  'coding-hard': 'hard',
  'mock-interview': 'mock',
  paper: 'paper',
}

/**
 * Reads `kind=n` as typed: `design=1`, `coding-medium=3`. The same kind given twice adds up. Complains about an
 * unknown kind and about what is not a whole number; how large a count may be is for the engine to say.
 */
export function readCounts(typed: readonly string[]): { kind: CountKind; n: number }[] {
  const counts = typed.map((text) => {
    const [, name = '', digits = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
    if (name === '') complain(`--count: "${text}" is not kind=number. Write --count medium=3.`)
    if (!/^\d+$/.test(digits))
      complain(`--count: "${text}" has no whole number after the "=". Write --count ${name}=3.`)
    return { kind: kindNamed(name), n: Number(digits) }
  })
  return Array.from(totalCounts(counts), ([kind, n]) => ({ kind, n }))
}

function kindNamed(typed: string): CountKind {
  const name = typed.toLowerCase()
  const names = COUNT_KINDS.flatMap((kind) => [kind, shortNames[kind]])
  return (
    COUNT_KINDS.find((kind) => kind === name || shortNames[kind] === name) ??
    complain(
      `--count: there is no kind "${typed}".${meant(typed, names)} Choose one of ${COUNT_KINDS.map((kind) => shortNames[kind]).join(', ')}.`,
    )
  )
}
