import type { CallError, Result } from '#contract/errors.ts'
import { meant } from './command-line.ts'
import { complain, explained, valueOf } from './complaint.ts'
import type { Terminal } from './verb.ts'

/**
 * The output of a call that was given a typed category. Where the category is what was refused, the complaint names
 * the nearest and lists all, also when what was typed is not even the name of one.
 */
export async function valueWithCategory<T>(
  terminal: Terminal,
  result: Result<T>,
  typed: string,
): Promise<T> {
  if (result.ok) return result.value
  const { others = [], ...first } = result.error
  const isCategory = [first, ...others].some(({ field }) => field === 'category')
  const about = isCategory ? await aboutCategory(terminal, typed) : undefined
  const told = <E extends Pick<CallError, 'field'>>(error: E) =>
    error.field === 'category' ? { ...error, ...about } : error
  return complain(explained({ ...told(first), others: others.map(told) }))
}

async function aboutCategory({ engine }: Terminal, typed: string) {
  const { profile } = valueOf(await engine().call('profile.get', {}))
  if (!profile) return undefined
  const { plan } = valueOf(await engine().call('playbooks.get', { id: profile.level }))
  const slugs = plan.categories.map(({ slug }) => slug)
  return {
    message: `${profile.level} has no category "${typed}".${meant(typed, slugs)}`,
    hint: `Choose one of ${slugs.join(', ')}.`,
  }
}
