import type { HandlersFor } from '../handlers.ts'
import { requirePlaybook } from '../plan/status.ts'
import { requireProfile } from '../profile/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import { comparedLevels, readBeside, readScope } from './read.ts'
import { writeFigure, writeRung } from './store.ts'

export const scopeHandlers: HandlersFor<'scope'> = {
  'scope.get': (context) => {
    const target = requirePlaybook(context.library, requireProfile(context.db).level)
    const levels = comparedLevels(context, target)
    const dimensions = readScope(context, levels, target)
    return {
      level: target.id,
      levels: levels.map(({ id, name }) => ({ id, name })),
      dimensions,
      beside: readBeside(context, levels),
      fit: levels.map(({ id }) => ({
        level: id,
        dimensions: dimensions.filter(({ fits }) => fits?.includes(id)).length,
      })),
      said: dimensions.filter(({ fits }) => fits !== null).length,
    }
  },

  'scope.save': (context, { figures = [], rungs = [] }) => {
    const { db, library } = context
    const target = requirePlaybook(library, requireProfile(db).level)
    const levels = comparedLevels(context, target)
    const dimensions = readScope(context, levels, target)
    const known = [
      ...dimensions.flatMap((each) => each.figures),
      ...readBeside(context, levels),
    ].map((each) => each.quantity)
    checkAll(
      ...figures.map(({ quantity }, index) => () => {
        if (!known.includes(quantity))
          refuse({
            code: 'invalid-input',
            field: `figures.${index}.quantity`,
            message: `No level measures “${quantity}”.`,
          })
      }),
      ...rungs.map(({ dimension, rung }, index) => () => {
        const found = dimensions.find(({ id }) => id === dimension)
        if (!found)
          return refuse({
            code: 'invalid-input',
            field: `rungs.${index}.dimension`,
            message: `The scope has no dimension “${dimension}”.`,
          })
        if (rung !== null && found.ladder.every((row) => row.rung !== rung))
          refuse({
            code: 'invalid-input',
            field: `rungs.${index}.rung`,
            message: `“${found.name}” has no rung “${rung}”.`,
            ...(found.ladder.length > 0 && {
              hint: `Choose one of ${found.ladder.map((row) => row.rung).join(', ')}.`,
            }),
          })
        return undefined
      }),
    )
    for (const { quantity, value } of figures) writeFigure(db, quantity, value)
    for (const { dimension, rung } of rungs) writeRung(db, dimension, rung)
    return {}
  },
}
