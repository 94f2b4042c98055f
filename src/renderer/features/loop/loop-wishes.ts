import type { LoopRound, LoopWish } from '#contract/loop.ts'

/** What a person wants of the assignment beyond the rounds; it lasts as long as the window is open. */
export type Wishes = Readonly<{
  locks: readonly LoopWish[]
  exclude: readonly LoopWish[]
  tellableOnly: boolean
}>

export const noWishes: Wishes = { locks: [], exclude: [], tellableOnly: false }

/** Locks a story to a question, away from any other; null lets the question go to the best again. */
export function locked(
  wishes: Wishes,
  place: Readonly<{ round: number; principle: string }>,
  story: string | null,
): Wishes {
  const { round, principle } = place
  const isHere = (wish: LoopWish) => wish.round === round && wish.principle === principle
  const others = wishes.locks.filter((wish) => !isHere(wish) && wish.story !== story)
  return {
    ...wishes,
    locks: story === null ? others : [...others, { round, principle, story }],
    // What is wanted here can no longer be unwanted here.
    exclude: wishes.exclude.filter((wish) => !(isHere(wish) && wish.story === story)),
  }
}

/** Keeps a story away from a question. */
export function excluded(wishes: Wishes, wish: LoopWish): Wishes {
  const isSame = (other: LoopWish) =>
    other.round === wish.round && other.principle === wish.principle && other.story === wish.story
  return {
    ...wishes,
    locks: wishes.locks.filter((lock) => !isSame(lock)),
    exclude: [...wishes.exclude.filter((other) => !isSame(other)), wish],
  }
}

/** Lets an excluded story in again. */
export function admitted(wishes: Wishes, wish: LoopWish): Wishes {
  return { ...wishes, exclude: wishes.exclude.filter((other) => other !== wish) }
}

/** The wishes after the rounds changed places: `from` says for each new round which it was before, -1 for a new one. */
export function moved(wishes: Wishes, from: readonly number[]): Wishes {
  const follow = (list: readonly LoopWish[]) =>
    list.flatMap((wish) => {
      const round = from.indexOf(wish.round)
      return round < 0 ? [] : [{ ...wish, round }]
    })
  return { ...wishes, locks: follow(wishes.locks), exclude: follow(wishes.exclude) }
}

/** The wishes that still are about something: a round that there is, and a principle that it asks about. */
export function fitting(wishes: Wishes, rounds: readonly LoopRound[]): Wishes {
  const isThere = ({ round, principle }: LoopWish) =>
    rounds[round] !== undefined &&
    (principle === null || rounds[round].principles.includes(principle))
  return {
    ...wishes,
    locks: wishes.locks.filter(isThere),
    exclude: wishes.exclude.filter(isThere),
  }
}
