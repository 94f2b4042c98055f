import path from 'node:path'
import type { OutputOf, ParsedInputOf } from '#contract/index.ts'
import type { HandlersFor } from '../handlers.ts'
import { refuse } from '../refusal.ts'
import type { PlaybookLibrary } from './load.ts'
import { ownPlaybookHandlers } from './own-handlers.ts'

export const playbookHandlers: HandlersFor<'playbooks'> = {
  'playbooks.list': ({ library }) => listPlaybooks(library),
  'playbooks.get': ({ library }, input) => getPlaybook(library, input),
  'playbooks.principles': ({ library }) => listPrinciples(library),
  ...ownPlaybookHandlers,
}

/** Every level that can be a target, and what is wrong with the files that are none. */
export function listPlaybooks(library: PlaybookLibrary): OutputOf<'playbooks.list'> {
  return { playbooks: [...library.list()], problems: [...library.problems] }
}

/** One level, whole. Refuses with `playbook-broken` where a file of that name cannot be read, else `not-found`. */
export function getPlaybook(
  library: PlaybookLibrary,
  { id }: ParsedInputOf<'playbooks.get'>,
): OutputOf<'playbooks.get'> {
  const found = library.get(id)
  if (found) return found
  // A broken file names no id, but people name a file after what is in it.
  const broken = library.problems.find(({ file }) => path.parse(file).name === id)
  if (broken)
    refuse({
      code: 'playbook-broken',
      field: 'id',
      message: `The playbook "${id}" cannot be read: ${broken.message}.`,
      hint: `Correct ${broken.file} in the playbooks folder, or under Playbooks in the profile.`,
    })
  const known = library.list().map((playbook) => playbook.id)
  refuse({
    code: 'not-found',
    field: 'id',
    message: `There is no playbook "${id}".`,
    hint: `Choose one of ${known.join(', ')}.`,
  })
}

/** The Leadership Principles in their official order. */
export function listPrinciples(library: PlaybookLibrary): OutputOf<'playbooks.principles'> {
  return [...library.principles]
}
