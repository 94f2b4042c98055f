import type { LoopPlan, LoopRound, LoopSlot, LoopStory, LoopWish } from '#contract/loop.ts'
import { bestAssignment, secondAssignment } from './assignment.ts'
import { canBeTold, cellStrength, roleOf, type ServingStory } from './coverage.ts'
import { shownTitle } from './story-title.ts'

/** A loop to begin with: five rounds, twelve questions. Our own choice; no two loops are alike. */
export const defaultRounds: readonly LoopRound[] = [
  { name: 'Hiring manager', principles: ['ownership', 'deliver-results'] },
  {
    name: 'People leadership',
    principles: ['hire-and-develop-the-best', 'earn-trust', 'strive-to-be-earths-best-employer'],
  },
  { name: 'System design', principles: ['dive-deep', 'invent-and-simplify'] },
  { name: 'Customers and strategy', principles: ['customer-obsession', 'think-big'] },
  {
    name: 'Bar raiser',
    principles: [
      'insist-on-the-highest-standards',
      'have-backbone-disagree-and-commit',
      'are-right-a-lot',
    ],
  },
]

/** What a simulation is about. */
export type LoopQuestion = Readonly<{
  rounds: readonly LoopRound[]
  locks: readonly LoopWish[]
  exclude: readonly LoopWish[]
  tellableOnly: boolean
}>

type Slot = Readonly<{ round: number; principle: string }>

/**
 * Assigns stories to the questions of a loop, one for each principle of each round, none twice. Best is, in this
 * order: most locks kept, most questions answered, most strength (`cellStrength`). As whole numbers in one weight:
 * strength x 100, plus more for an answer than all strengths together, plus more for a lock than all of that.
 */
export function simulateLoop(
  stories: readonly ServingStory[],
  { rounds, locks, exclude, tellableOnly }: LoopQuestion,
  nameOf: (principle: string) => string,
): Omit<LoopPlan, 'isDefault'> {
  const usable = stories.filter((story) =>
    tellableOnly ? canBeTold(story) : story.status !== 'retired',
  )
  const slots = rounds.flatMap(({ principles }, round) =>
    principles.map((principle): Slot => ({ round, principle })),
  )
  const answer = 100 * slots.length + 1
  const lock = (answer + 100) * slots.length + 1
  const weights = slots.map((slot) =>
    usable.map((story) => {
      const strength = strengthFor(story, slot)
      if (strength === 0 || exclude.some((wish) => concerns(wish, slot, story.id))) return 0
      const own = locks.filter((wish) => wish.story === story.id)
      if (own.length === 0) return answer + strength
      return own.some((wish) => concerns(wish, slot, story.id)) ? lock + answer + strength : 0
    }),
  )
  const best = bestAssignment(weights)
  const second = secondAssignment(weights, best)
  const seats = new Map(best.flatMap((column, row) => (column < 0 ? [] : [[column, row] as const])))
  const totals = (assigned: readonly number[]) => ({
    answered: assigned.filter((column) => column >= 0).length,
    strength:
      assigned.reduce((sum, column, row) => {
        const [slot, story] = [slots[row], usable[column]]
        return sum + (slot && story ? strengthFor(story, slot) : 0)
      }, 0) / 100,
  })
  return {
    rounds: rounds.map(({ name, principles }) => ({ name, principles: [...principles] })),
    slots: slots.map((slot, row): LoopSlot => {
      const story = usable[best[row] ?? -1]
      const locked = story !== undefined && locks.some((wish) => concerns(wish, slot, story.id))
      const serving = usable
        .map((each, column) => ({ each, column }))
        .filter(({ each }) => strengthFor(each, slot) > 0)
      return {
        ...slot,
        story: story ? chosen(story, slot) : null,
        locked,
        why: story
          ? null
          : whyEmpty(
              slot,
              serving.map(({ each, column }) => ({
                story: each,
                isBarred: weights[row]?.[column] === 0,
                usedFor: slots[seats.get(column) ?? -1] ?? null,
              })),
              rounds,
              nameOf,
            ),
        alternatives: serving
          .filter(({ each }) => each !== story)
          .map(({ each, column }) => ({
            ...chosen(each, slot),
            usedFor: slots[seats.get(column) ?? -1] ?? null,
          }))
          .toSorted((a, b) => b.strength - a.strength)
          .slice(0, mostAlternatives),
      }
    }),
    ...totals(best),
    unmet: locks
      .filter(
        (wish) =>
          !slots.some((slot, row) => {
            const story = usable[best[row] ?? -1]
            return story?.id === wish.story && concerns(wish, slot, story.id)
          }),
      )
      .map(({ round, principle, story }) => ({ round, principle, story })),
    second: second && {
      ...totals(second),
      changes: slots.flatMap((slot, row) =>
        second[row] === best[row]
          ? []
          : [
              {
                ...slot,
                from: usable[best[row] ?? -1]?.id ?? null,
                to: usable[second[row] ?? -1]?.id ?? null,
              },
            ],
      ),
    },
    spare: usable
      .filter((_, column) => !seats.has(column))
      .map(({ id, title, status }) => ({ id, title, status })),
  }
}

/** How many other stories are named for a question. */
const mostAlternatives = 8

/** Strength in hundredths; 0 where the story does not serve the principle. */
function strengthFor(story: ServingStory, { principle }: Slot): number {
  const as = roleOf(story, principle)
  return as === null ? 0 : Math.round(100 * cellStrength(as, story.status))
}

function concerns(wish: LoopWish, { round, principle }: Slot, story: string): boolean {
  return (
    wish.story === story &&
    wish.round === round &&
    (wish.principle === null || wish.principle === principle)
  )
}

function chosen(story: ServingStory, slot: Slot): LoopStory {
  const { id, title, status } = story
  return {
    id,
    title,
    status,
    as: roleOf(story, slot.principle) ?? 'secondary',
    strength: strengthFor(story, slot) / 100,
  }
}

type Server = Readonly<{ story: ServingStory; isBarred: boolean; usedFor: Slot | null }>

/** Why no story answers a question, in one sentence. */
function whyEmpty(
  { principle }: Slot,
  serving: readonly Server[],
  rounds: readonly LoopRound[],
  nameOf: (principle: string) => string,
): string {
  if (serving.length === 0) return `No story serves ${nameOf(principle)}.`
  const used = serving.filter(({ isBarred, usedFor }) => !isBarred && usedFor)
  if (used.length === 0)
    return `${serving.length === 1 ? 'The one story that serves' : `The ${serving.length} stories that serve`} ${nameOf(principle)} ${serving.length === 1 ? 'is' : 'are'} excluded here or locked elsewhere.`
  const places = used
    .slice(0, 3)
    .map(({ story, usedFor }) =>
      usedFor
        ? `“${shownTitle(story.title)}” answers ${nameOf(usedFor.principle)} in ${rounds[usedFor.round]?.name ?? 'another round'}`
        : '',
    )
  return `Every story that serves ${nameOf(principle)} is needed elsewhere: ${places.join('; ')}${used.length > 3 ? ` and ${used.length - 3} more` : ''}.`
}
