import type { Recovery } from '#contract/backups.ts'
import { formatCount } from './readable.ts'

const ones: Readonly<Record<string, string>> = {
  sessions: 'session',
  stories: 'story',
  'story texts': 'story text',
  'story versions': 'story version',
  rehearsals: 'rehearsal',
  recordings: 'recording',
  'mock interviews': 'mock interview',
  figures: 'figure',
  'metric values': 'metric value',
  'checklist marks': 'checklist mark',
  'checklist notes': 'checklist note',
  'own checklist items': 'own checklist item',
  'pieces of evidence': 'piece of evidence',
  'own questions': 'own question',
  'rated answers': 'rated answer',
  'favourite questions': 'favourite question',
  'own playbooks': 'own playbook',
  'report presets': 'report preset',
  imports: 'import',
  'settings and details': 'setting or detail',
}

/** What could be read of a damaged file, for people: `the profile, 12 sessions, 1 story`; `nothing` if nothing could. */
export function readText(found: Recovery['found']): string {
  const parts = found.flatMap(({ what, n }) => (n > 0 ? [countOf(what, n)] : []))
  return parts.join(', ') || 'nothing'
}

/** What could not: `8 sessions; rehearsals, figures (how many cannot be told)`; empty if all could, or none can tell. */
export function missingText(found: Recovery['found']): string {
  const counted = found.flatMap(({ what, missing }) =>
    missing === null || missing === 0 ? [] : [countOf(what, missing)],
  )
  const uncounted = found.flatMap(({ what, missing }) => (missing === null ? [what] : []))
  return [
    counted.join(', '),
    uncounted.length > 0 ? `${uncounted.join(', ')} (how many cannot be told)` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function countOf(what: string, n: number): string {
  return what === 'profile'
    ? 'the profile'
    : formatCount(n, { one: ones[what] ?? what, many: what })
}
