import type { FormulaArea } from '#contract/formula.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { checklistProgressOf, saidOf } from '#domain/checklist.ts'
import { metricsSummaryOf } from '#domain/metrics.ts'
import { readChecklist } from '../checklist/read.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { readMetrics } from '../metrics/read.ts'
import { requirePlaybook, statusOf } from '../plan/status.ts'
import { requireProfile } from '../profile/store.ts'
import { listStories } from '../stories/list.ts'

export const formulaHandlers: HandlersFor<'formula'> = {
  'formula.get': (context) => {
    const playbook = requirePlaybook(context.library, requireProfile(context.db).level)
    const { name, provenance } = playbook.formula
    return { level: playbook.id, name, provenance, areas: areasOf(context, playbook) }
  },
}

function areasOf(context: ReadContext, playbook: Playbook): FormulaArea[] {
  const items = readChecklist(context, playbook).groups.flatMap((group) => group.items)
  const indicators = readMetrics(context, playbook).groups.flatMap((group) => group.indicators)
  const stories = listStories(context.db, undefined).filter(({ status }) => status !== 'retired')
  const { allocation } = statusOf(context)
  const { principles } = context.library

  return playbook.formula.areas.map(({ id, name, share, points, support }) => {
    const of = support ?? { checklist: [], indicators: [], categories: [], principles: [] }
    const own = items.filter(({ item }) => of.checklist.includes(item))
    const judged = indicators.filter((row) => of.indicators.includes(row.id))
    const told = stories.flatMap(({ id: story, title, status, primaryPrinciple }) =>
      primaryPrinciple !== null && of.principles.includes(primaryPrinciple)
        ? [{ id: story, title, status, principle: primaryPrinciple }]
        : [],
    )
    return {
      id,
      name,
      share,
      points,
      mapped: support !== undefined,
      checklist: {
        items: own.map(({ item, text, state, worth }) => ({ item, text, state, worth })),
        progress: checklistProgressOf(
          own.map((row) => ({
            own: false,
            said: saidOf(row.state),
            stories: row.stories.length,
            proofs: row.proofs.length + row.figures.length,
          })),
        ),
      },
      metrics: {
        indicators: judged.map((row) => ({ id: row.id, text: row.text, status: row.status })),
        summary: metricsSummaryOf(judged.map(({ status }) => status)),
      },
      principles: principles
        .filter((principle) => of.principles.includes(principle.id))
        .map((principle) => ({
          id: principle.id,
          name: principle.name,
          stories: told.filter((story) => story.principle === principle.id).length,
        })),
      stories: told,
      study: allocation
        .filter(({ category }) => of.categories.includes(category))
        .map((row) => ({
          category: row.category,
          name: row.name,
          actualHours: row.actualHours,
          plannedHours: row.plannedHours,
        })),
    }
  })
}
