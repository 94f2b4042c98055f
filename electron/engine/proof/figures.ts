import type { EvidenceLink } from '#contract/evidence.ts'
import type { Evidence } from '#contract/evidence.ts'
import { readEvidence } from '../evidence/store.ts'
import type { ReadableDb } from '../store/database.ts'

/** Figures of the ledger that say they prove an item of one kind at a level, by the item. */
export function figuresProving(
  db: ReadableDb,
  kind: EvidenceLink['kind'],
  playbook: string,
): ReadonlyMap<string, readonly Evidence[]> {
  const pairs = readEvidence(db).flatMap((figure) =>
    figure.links
      .filter((link) => link.kind === kind && link.playbook === playbook)
      .map(({ item }) => ({ item, figure })),
  )
  return new Map(
    [...Map.groupBy(pairs, ({ item }) => item)].map(([item, list]) => [
      item,
      list.map(({ figure }) => figure),
    ]),
  )
}
