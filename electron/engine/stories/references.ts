import type { StoryContent } from '#contract/story.ts'
import { hasItem } from '../checklist/store.ts'
import { missingEvidence } from '../evidence/store.ts'
import type { ReadContext } from '../handlers.ts'
import { checkAll, refuse } from '../refusal.ts'

/**
 * Refuses a principle, level, checklist item or figure that there is not, each beside its field. What the story named
 * before is let be: a playbook's file may have been taken away since, and that is no reason to lose a save.
 */
export function checkReferences(
  context: ReadContext,
  content: StoryContent,
  before: StoryContent,
  prefix: 'content' | 'patch',
): void {
  const { db, library } = context
  const at = (field: string) => `${prefix}.${field}`
  const isPrinciple = (id: string) => library.principles.some((principle) => principle.id === id)
  const principlesBefore = [before.primaryPrinciple, ...before.secondaryPrinciples]
  const principle = (field: string, id: string | null) => () => {
    if (id !== null && !principlesBefore.includes(id) && !isPrinciple(id))
      refuse({
        code: 'invalid-input',
        field: at(field),
        message: `There is no principle “${id}”.`,
      })
  }
  checkAll(
    () => {
      if (content.level !== null && content.level !== before.level && !library.get(content.level))
        refuse({
          code: 'invalid-input',
          field: at('level'),
          message: `There is no level “${content.level}”.`,
        })
    },
    principle('primaryPrinciple', content.primaryPrinciple),
    ...content.secondaryPrinciples.map((id, index) =>
      principle(`secondaryPrinciples.${index}`, id),
    ),
    ...content.checklistItems.map(({ playbook, item }, index) => () => {
      const isOld = before.checklistItems.some(
        (old) => old.playbook === playbook && old.item === item,
      )
      if (!isOld && !hasItem(context, playbook, item))
        refuse({
          code: 'invalid-input',
          field: at(`checklistItems.${index}`),
          message: `${playbook} has no checklist item “${item}”.`,
        })
    }),
    () => {
      const added = content.results.filter((id) => !before.results.includes(id))
      const [first] = missingEvidence(db, added)
      if (first !== undefined)
        refuse({
          code: 'invalid-input',
          field: at(`results.${content.results.indexOf(first)}`),
          message: 'This figure is not in the evidence ledger.',
          hint: 'Enter it there first, or choose another.',
        })
    },
  )
}
