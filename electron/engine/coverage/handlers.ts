import type { Coverage } from '#contract/coverage.ts'
import { coverageOf } from '#domain/coverage.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { checkAll, refuse } from '../refusal.ts'
import { ownMinimums, servingStories, writeMinimum } from './store.ts'

export const coverageHandlers: HandlersFor<'coverage'> = {
  'coverage.get': (context) => coverage(context),

  'coverage.setMinimums': (context, { minimums }) => {
    const { principles } = context.library
    checkAll(
      ...minimums.map(({ principle }, index) => () => {
        if (principles.every(({ id }) => id !== principle))
          refuse({
            code: 'invalid-input',
            field: `minimums.${index}.principle`,
            message: `There is no principle “${principle}”.`,
          })
      }),
    )
    for (const { principle, minimum } of minimums) {
      const standard = principles.find(({ id }) => id === principle)?.minStories
      // The default is no choice of one's own: it may change with the playbook.
      writeMinimum(context.db, principle, minimum === standard ? null : minimum)
    }
    return coverage(context)
  },
}

function coverage({ db, library }: Pick<ReadContext, 'db' | 'library'>): Coverage {
  const own = ownMinimums(db)
  return coverageOf(
    servingStories(db),
    library.principles.map((principle) => ({
      ...principle,
      ownMinimum: own.get(principle.id) ?? null,
    })),
  )
}
