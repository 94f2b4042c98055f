import type { Playbook } from '#contract/playbooks.ts'
import type { ScopeDimension, ScopeFigure, ScopePlace, ScopeStory } from '#contract/scope.ts'
import type { Story } from '#contract/story.ts'
import { fitsOf, ladderOf, placeInBand, placeOnLadder } from '#domain/scope.ts'
import type { ReadContext } from '../handlers.ts'
import { readStories } from '../stories/store.ts'
import { readFigures, readRungs } from './store.ts'

/** Where a story says a quantity of the scope. */
const QUANTITY_OF_STORY: Readonly<Record<string, (story: Story) => number | null>> = {
  'engineers-in-scope': (story) => story.peopleLed,
  'engineers-affected': (story) => story.peopleAffected,
  'teams-in-scope': (story) => story.teams,
  'project-months': (story) => story.durationMonths,
  'budget-usd': (story) => story.budgetUsd,
}
/** And a rung. */
const RUNG_OF_STORY: Readonly<Record<string, (story: Story) => string | null>> = {
  'technology-decisions': (story) => story.technologyLevel,
  'stakeholder-level': (story) => story.highestStakeholder,
}

/**
 * The levels that are compared with a target level: all that describe one of its dimensions, the lower ones first. How
 * high a level is, is read off its ranges: the one whose first range begins lower comes first.
 */
export function comparedLevels({ library }: ReadContext, target: Playbook): readonly Playbook[] {
  const dimensions = new Set(target.scope.map(({ id }) => id))
  const beginning = (book: Playbook) =>
    book.scope.flatMap(({ bands }) => bands.map(({ min }) => min))[0] ?? Number.POSITIVE_INFINITY
  return library
    .list()
    .flatMap(({ id }) => library.get(id) ?? [])
    .filter((book) => book.id === target.id || book.scope.some(({ id }) => dimensions.has(id)))
    .toSorted((one, other) => beginning(one) - beginning(other))
}

/** Figures that the checklists of the levels name and their scope does not. */
export function readBeside(context: ReadContext, levels: readonly Playbook[]): ScopeFigure[] {
  const inScope = new Set(
    levels.flatMap(({ scope }) =>
      scope.flatMap(({ bands }) => bands.map(({ quantity }) => quantity)),
    ),
  )
  const described = levels.map(({ id, checklist }) => ({
    level: id,
    bands: checklist
      .flatMap(({ items }) => items.flatMap(({ bands }) => bands))
      .filter(({ quantity }) => !inScope.has(quantity)),
  }))
  return figuresOf(described, readFigures(context.db), plottable(context))
}

/** Every dimension of the target level's scope, with the ranges of all levels and what the person says of it. */
export function readScope(context: ReadContext, levels: readonly Playbook[], target: Playbook) {
  const { db } = context
  const said = { figures: readFigures(db), rungs: readRungs(db) }
  const stories = plottable(context)
  return target.scope.map(({ id, name }): ScopeDimension => {
    const described = levels.flatMap((book) => {
      const dimension = book.scope.find((each) => each.id === id)
      return dimension ? [{ level: book.id, dimension }] : []
    })
    const bands = described.map(({ level, dimension }) => ({ level, bands: dimension.bands }))
    const figures = figuresOf(bands, said.figures, stories)
    const rungs = described.map(({ level, dimension }) => ({ level, rungs: dimension.rungs }))
    const ladder = ladderOf(rungs)
    const own = ladder.length === 0 ? null : (said.rungs.get(id) ?? null)
    const rungPlace = own === null ? null : shown(placeOnLadder(own, rungs))
    return {
      id,
      name,
      expectations: described.map(({ level, dimension: { expectation: text, provenance } }) => ({
        level,
        text,
        provenance,
      })),
      figures,
      ladder: ladder.map((rung) => ({
        rung,
        levels: rungs.filter((each) => each.rungs.includes(rung)).map(({ level }) => level),
      })),
      rung: own,
      rungPlace,
      rungStories: stories.flatMap((story): ScopeStory[] => {
        const rung = RUNG_OF_STORY[id]?.(story) ?? null
        if (rung === null || !ladder.includes(rung)) return []
        return [plotted(story, { value: null, rung, place: shown(placeOnLadder(rung, rungs)) })]
      }),
      fits: fitsOf([
        ...figures.map(({ bands, place }) => ({
          levels: bands.map(({ level }) => level),
          place,
        })),
        {
          levels: rungs.flatMap((each) => (each.rungs.length > 0 ? [each.level] : [])),
          place: rungPlace,
        },
      ]),
    }
  })
}

function plottable({ db }: ReadContext): readonly Story[] {
  return readStories(db).filter(({ status }) => status !== 'retired')
}

type Described = readonly Readonly<{ level: string; bands: Playbook['scope'][number]['bands'] }>[]

function figuresOf(
  described: Described,
  said: ReadonlyMap<string, number>,
  stories: readonly Story[],
): ScopeFigure[] {
  const bands = described.flatMap(({ level, bands: own }) =>
    own.map((band) => ({ level, ...band })),
  )
  return [...Map.groupBy(bands, ({ quantity }) => quantity)].map(([quantity, of]) => {
    const value = said.get(quantity) ?? null
    return {
      quantity,
      unit: of[0]?.unit ?? '',
      bands: of.map(({ level, min, max }) => ({ level, min, max: max ?? null })),
      value,
      place: value === null ? null : shown(placeInBand(value, of)),
      stories: stories.flatMap((story): ScopeStory[] => {
        const told = QUANTITY_OF_STORY[quantity]?.(story) ?? null
        return told === null
          ? []
          : [plotted(story, { value: told, rung: null, place: shown(placeInBand(told, of)) })]
      }),
    }
  })
}

function plotted(
  { id, title }: Story,
  where: Pick<ScopeStory, 'value' | 'rung' | 'place'>,
): ScopeStory {
  return { id, title, ...where }
}

/** The domain's answer, whose lists cannot be changed, as the contract's. */
function shown(place: ReturnType<typeof placeInBand>): ScopePlace | null {
  return place && { ...place, levels: [...place.levels] }
}
