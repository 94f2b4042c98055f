import type { LoopRound, LoopWish } from '#contract/loop.ts'
import { defaultRounds, simulateLoop } from '#domain/loop.ts'
import { servingStories } from '../coverage/store.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { checkAll, refuse } from '../refusal.ts'
import { savedRounds, writeRounds } from './store.ts'

export const loopHandlers: HandlersFor<'loop'> = {
  'loop.get': ({ db }) => rounds(db),

  'loop.simulate': (context, { rounds: given, locks, exclude, tellableOnly }) => {
    const { db, library } = context
    const saved = rounds(db)
    const asked = given ?? saved.rounds
    if (given) checkPrinciples(context, given, 'rounds')
    checkLocks(locks)
    const nameOf = (id: string) => library.principles.find((row) => row.id === id)?.name ?? id
    const stories = servingStories(db)
    return {
      ...simulateLoop(stories, { rounds: asked, locks, exclude, tellableOnly }, nameOf),
      isDefault: given === undefined && saved.isDefault,
    }
  },

  'loop.save': (context, { rounds: given }) => {
    if (given) checkPrinciples(context, given, 'rounds')
    writeRounds(context.db, given ?? [])
    return rounds(context.db)
  },
}

function rounds(db: ReadContext['db']): { rounds: LoopRound[]; isDefault: boolean } {
  const saved = savedRounds(db)
  return saved.length > 0
    ? { rounds: saved, isDefault: false }
    : {
        rounds: defaultRounds.map(({ name, principles }) => ({
          name,
          principles: [...principles],
        })),
        isDefault: true,
      }
}

function checkPrinciples(
  { library }: Pick<ReadContext, 'library'>,
  given: readonly LoopRound[],
  field: string,
): void {
  checkAll(
    ...given.flatMap(({ principles }, round) =>
      principles.map((principle, index) => () => {
        if (library.principles.every(({ id }) => id !== principle))
          refuse({
            code: 'invalid-input',
            field: `${field}.${round}.principles.${index}`,
            message: `There is no principle “${principle}”.`,
          })
      }),
    ),
  )
}

/** A story can be in one place. */
function checkLocks(locks: readonly LoopWish[]): void {
  const twice = locks.findIndex(({ story }, index) =>
    locks.slice(0, index).some((other) => other.story === story),
  )
  if (twice >= 0)
    refuse({
      code: 'invalid-input',
      field: `locks.${twice}.story`,
      message: 'A story is locked twice.',
      hint: 'Each story answers one question of the loop. Take one of the locks away.',
    })
}
