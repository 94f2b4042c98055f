import type { Principle } from '#contract/playbooks.ts'
import { meant } from './command-line.ts'
import { complain } from './complaint.ts'

/** The id of a principle that was named in full, by its short head or by its id; complains about any other. */
export function principleNamed(typed: string, principles: readonly Principle[]): string {
  const same = (name: string) => name.toLowerCase() === typed.trim().toLowerCase()
  const found = principles.find(({ id, name, short }) => [id, name, short].some(same))
  const ids = principles.map(({ id }) => id)
  return found
    ? found.id
    : complain(
        `--principle: there is no principle "${typed}".${meant(typed.toLowerCase().replaceAll(' ', '-'), ids)}`,
      )
}
