import type { Evidence, EvidenceFacts } from '#contract/evidence.ts'
import { readEvidence, writeEvidence } from '../../evidence/store.ts'
import type { WriteContext } from '../../handlers.ts'
import { wallClockNow } from '../../local-time.ts'
import type { ReadableDb } from '../../store/database.ts'
import { takeOutOfTrash } from '../../trash/move.ts'
import type { FigureInFile } from './front-matter.ts'

/** A figure of a file and what it is in the ledger: the entry that it names, or null where it has to be entered. */
export type PlacedFigure = Readonly<{ figure: FigureInFile; entry: Evidence | null }>

/**
 * Finds figures of a file in the ledger: by id, also in the trash, or else one that says exactly the same, so that
 * importing twice enters nothing twice.
 */
export function placed(db: ReadableDb, figures: readonly FigureInFile[]): PlacedFigure[] {
  if (figures.length === 0) return []
  const byId = new Map(
    readEvidence(
      db,
      figures.flatMap(({ id }) => id ?? []),
    ).map((entry) => [entry.id, entry]),
  )
  const all = readEvidence(db)
  return figures.map((figure) => ({
    figure,
    entry:
      (figure.id === undefined ? undefined : byId.get(figure.id)) ??
      all.find((entry) => saysTheSame(entry, figure)) ??
      null,
  }))
}

/** A note where the ledger has other figures under the same id: a number stands in the ledger, so that one holds. */
export function noteOnFigure({ figure, entry }: PlacedFigure): string[] {
  return entry && !saysTheSame(entry, figure)
    ? [`The ledger says something else about “${entry.metric}”; the ledger was kept.`]
    : []
}

/** Enters what is missing and takes out of the trash what is needed. Returns the ids in order, each once. */
export function enterFigures(context: WriteContext, figures: readonly PlacedFigure[]): string[] {
  const { db, clock, newId } = context
  const ids = figures.map(({ figure, entry }) => {
    if (entry) {
      takeOutOfTrash(db, 'evidence', [entry.id])
      return entry.id
    }
    const id = figure.id ?? newId()
    writeEvidence(db, id, factsOf(figure), wallClockNow(clock, 0).startedAt)
    return id
  })
  return [...new Set(ids)]
}

function saysTheSame(entry: Evidence, figure: FigureInFile): boolean {
  const facts = factsOf(figure)
  const fields = Object.keys(facts) as (keyof EvidenceFacts)[]
  return fields.every((field) => JSON.stringify(entry[field]) === JSON.stringify(facts[field]))
}

function factsOf(figure: FigureInFile): EvidenceFacts {
  return {
    metric: figure.metric,
    baseline: figure.baseline ?? null,
    target: figure.target ?? null,
    achieved: figure.achieved ?? null,
    unit: figure.unit ?? '',
    period: figure.period ?? '',
    source: figure.source ?? '',
    note: figure.note ?? '',
    links: figure.links ?? [],
  }
}
