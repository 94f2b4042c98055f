import type { HandlersFor } from '../handlers.ts'
import { requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { storyFacts } from '../stories/facts.ts'
import { wholeStatusOf } from '../readiness/status.ts'
import { requirePlaybook } from './status.ts'
import { clearHours, milestoneChoices, writeHours, writeMilestoneChoice } from './store.ts'

export const planHandlers: HandlersFor<'plan'> = {
  'plan.status': wholeStatusOf,

  'plan.setBudget': ({ db, library }, { hours }) => {
    const { level } = requireProfile(db)
    if (hours === null) {
      clearHours(db, level)
      return {}
    }
    for (const [index, row] of hours.entries()) {
      if (!library.categoryOf(level, row.category))
        refuse({
          code: 'invalid-input',
          field: `hours.${index}.category`,
          message: `${level} has no category “${row.category}”.`,
        })
      writeHours(db, level, row)
    }
    return {}
  },

  'plan.setMilestone': ({ db, library }, { milestone, target, stated }) => {
    const { level } = requireProfile(db)
    const found = requirePlaybook(library, level).milestones.find((row) => row.id === milestone)
    if (!found)
      refuse({
        code: 'invalid-input',
        field: 'milestone',
        message: `${level} has no milestone “${milestone}”.`,
      })
    if (stated !== undefined && found.measure.kind === 'counts')
      refuse({
        code: 'invalid-input',
        field: 'stated',
        message: `“${found.name}” is added up from your sessions.`,
        hint: 'Log the count with a session.',
      })
    const isOfStories = found.measure.kind === 'stories' || found.measure.kind === 'principles'
    if (stated !== undefined && isOfStories && storyFacts(db).stories !== undefined)
      refuse({
        code: 'invalid-input',
        field: 'stated',
        message: `“${found.name}” is counted from your stories.`,
        hint: 'A story counts once it is ready or rehearsed.',
      })
    const before = milestoneChoices(db, level).find((row) => row.milestone === milestone)
    writeMilestoneChoice(db, level, {
      milestone,
      target: target === undefined ? (before?.target ?? null) : target,
      stated: stated ?? before?.stated ?? null,
    })
    return {}
  },
}
