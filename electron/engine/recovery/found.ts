import type { Recovery } from '#contract/backups.ts'
import type { Salvaged } from './salvage.ts'

/** What the app calls the rows of a table, in the order in which they are told. */
const wordOf: Readonly<Record<string, string>> = {
  profile: 'profile',
  session: 'sessions',
  story: 'stories',
  story_text: 'story texts',
  story_version: 'story versions',
  rehearsal: 'rehearsals',
  recording: 'recordings',
  mock: 'mock interviews',
  evidence: 'figures',
  metric_value: 'metric values',
  checklist_mark: 'checklist marks',
  checklist_note: 'checklist notes',
  checklist_own_item: 'own checklist items',
  proof: 'pieces of evidence',
  own_question: 'own questions',
  question_result: 'rated answers',
  favourite_question: 'favourite questions',
  playbook_text: 'own playbooks',
  report_preset: 'report presets',
  import_record: 'imports',
}
const otherWord = 'settings and details'

/** What came over of each kind of thing that a person knows, the rest together. */
export function foundIn(salvaged: ReadonlyMap<string, Salvaged>): Recovery['found'] {
  const sums = new Map([...Object.values(wordOf), otherWord].map((what) => [what, nothing]))
  for (const [table, { kept, missing }] of salvaged) {
    const what = wordOf[table] ?? otherWord
    const sum = sums.get(what) ?? nothing
    sums.set(what, {
      kept: sum.kept + kept,
      missing: sum.missing === null || missing === null ? null : sum.missing + missing,
    })
  }
  return [...sums]
    .filter(([, { kept, missing }]) => kept > 0 || missing !== 0)
    .map(([what, { kept, missing }]) => ({ what, n: kept, missing }))
}

const nothing: Salvaged = { kept: 0, missing: 0 }
