import type { EvidenceFacts, EvidenceInput } from '#contract/evidence.ts'
import { conflictsOf } from '#domain/evidence.ts'
import { shownTitle } from '#domain/story-title.ts'
import { hasItem } from '../checklist/store.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { checkAll, refuse } from '../refusal.ts'
import { moveToTrash } from '../trash/move.ts'
import { findEvidence, readEvidence, storiesUsing, writeEvidence } from './store.ts'

const gone = {
  code: 'not-found',
  message: 'This figure is no longer in the ledger.',
  hint: 'It may have been deleted elsewhere; look in the trash, or undo.',
} as const

const nothing: Omit<EvidenceFacts, 'metric'> = {
  baseline: null,
  target: null,
  achieved: null,
  unit: '',
  period: '',
  source: '',
  note: '',
  links: [],
}

export const evidenceHandlers: HandlersFor<'evidence'> = {
  'evidence.list': ({ db }, { text, ids }) => {
    const stories = storiesUsing(db)
    const words = folded(text ?? '').match(/\S+/g) ?? []
    return readEvidence(db, ids ?? null)
      .filter((entry) => {
        const said = folded(
          [entry.metric, entry.unit, entry.period, entry.source, entry.note].join('\n'),
        )
        return words.every((word) => said.includes(word))
      })
      .map((entry) => ({
        ...entry,
        usedBy: { stories: stories.get(entry.id) ?? [], links: entry.links },
      }))
  },

  'evidence.save': (context, { id: given, figure }) => {
    const { db, clock, newId } = context
    const before = given === undefined ? undefined : (findEvidence(db, given) ?? refuse(gone))
    const id = given ?? newId()
    const facts = factsOf(figure, before)
    checkLinks(context, figure.links ?? [], before)
    if (!before || Object.entries(facts).some(([field, value]) => differs(before, field, value)))
      writeEvidence(db, id, facts, wallClockNow(clock, 0).startedAt)
    const evidence = findEvidence(db, id) ?? refuse(gone)
    const conflicts = conflictsOf(readEvidence(db)).filter(({ ids }) => ids.includes(id))
    return { evidence, conflicts }
  },

  'evidence.remove': ({ db, clock }, { ids }) => {
    const stories = storiesUsing(db)
    const using = new Set(ids.flatMap((id) => stories.get(id) ?? []).map(({ title }) => title))
    if (using.size > 0)
      refuse({
        code: 'conflict',
        message: `Used by ${[...using].map((title) => `“${shownTitle(title)}”`).join(', ')}.`,
        hint: 'Take it out of the results there first.',
      })
    const removed = moveToTrash(db, 'evidence', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'evidence.conflicts': ({ db }) => conflictsOf(readEvidence(db)),
}

/** What was entered, over what was there. Links are a set: each once. */
function factsOf(input: EvidenceInput, before: EvidenceFacts | undefined): EvidenceFacts {
  const laid = { ...nothing, ...factsOnly(before), ...given(input) }
  const links = new Map(
    laid.links.map((link) => [[link.kind, link.playbook, link.item].join(' '), link]),
  )
  return { ...laid, links: [...links.keys()].toSorted().flatMap((key) => links.get(key) ?? []) }
}

function factsOnly(before: EvidenceFacts | undefined): Partial<EvidenceFacts> {
  if (!before) return {}
  const { metric, baseline, target, achieved, unit, period, source, note, links } = before
  return { metric, baseline, target, achieved, unit, period, source, note, links }
}

function given(input: EvidenceInput): Pick<EvidenceFacts, 'metric'> & Partial<EvidenceFacts> {
  // Only `undefined` is taken out: what is left has the fields of the schema.
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Pick<EvidenceFacts, 'metric'> & Partial<EvidenceFacts>
}

function differs(before: EvidenceFacts, field: string, value: unknown): boolean {
  return JSON.stringify(before[field as keyof EvidenceFacts]) !== JSON.stringify(value)
}

/** Refuses a link to an item that a playbook does not have. What was linked before may stay. */
function checkLinks(
  context: ReadContext,
  links: EvidenceFacts['links'],
  before: EvidenceFacts | undefined,
): void {
  const { library } = context
  const old = new Set(before?.links.map((link) => JSON.stringify(link)))
  checkAll(
    ...links.map((link, index) => () => {
      const { kind, playbook, item } = link
      const known =
        kind === 'indicator'
          ? library
              .get(playbook)
              ?.indicators.some((group) => group.indicators.some(({ id }) => id === item))
          : hasItem(context, playbook, item)
      if (!old.has(JSON.stringify(link)) && known !== true)
        refuse({
          code: 'invalid-input',
          field: `figure.links.${index}`,
          message: `${playbook} has no ${kind === 'indicator' ? 'indicator' : 'checklist item'} “${item}”.`,
        })
    }),
  )
}

/** Text as searches compare it: without case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
