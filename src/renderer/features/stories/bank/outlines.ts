import type { Playbook } from '#contract/playbooks.ts'
import type { StoryPatch } from '#contract/story.ts'
import { partGuidance } from '../story-words.ts'

type CaseStudy = Playbook['caseStudies'][number]

/**
 * A new story laid out after a case study: in each part what it does there, as a quotation to write over. The case has
 * no reflection and no growth; there stands what belongs there.
 */
export function outlineOf(caseStudy: CaseStudy, level: string): StoryPatch {
  const quoted = (text: string) => `> Example, to write over: ${text}\n\n`
  const asked = (text: string) => `> To write: ${text}\n\n`
  return {
    level,
    tags: ['outline'],
    parts: {
      situation: quoted(caseStudy.situation),
      task: quoted(caseStudy.task),
      action: quoted(caseStudy.action),
      result: quoted(caseStudy.result),
      reflection: asked(partGuidance.reflection),
      growth: asked(partGuidance.growth),
    },
  }
}
