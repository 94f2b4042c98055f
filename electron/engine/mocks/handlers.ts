import type { Mock, MockContent } from '#contract/mocks.ts'
import { formatDay } from '#domain/readable.ts'
import { mockTypeNames, mockTypesOf } from '#domain/mocks.ts'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { wallClockNow } from '../local-time.ts'
import { requireProfile } from '../profile/store.ts'
import { checkAll, refuse } from '../refusal.ts'
import { requireRow, save } from '../sessions/save.ts'
import { moveToTrash } from '../trash/move.ts'
import {
  findMock,
  isMock,
  missingStories,
  mocksOfSession,
  raiseMockCount,
  readMocks,
  writeMock,
  writeMockSession,
} from './store.ts'

const gone = {
  code: 'not-found',
  message: 'This mock interview is no longer there.',
  hint: 'It may have been deleted or undone elsewhere; look in the trash, or redo.',
} as const

export const mockHandlers: HandlersFor<'mocks'> = {
  'mocks.list': ({ db }) => readMocks(db),

  'mocks.get': (context, { id }) => requireMock(context, id),

  'mocks.save': (context, { id: given, basedOn, mock: content }) => {
    const { db, clock, newId } = context
    const before =
      basedOn === undefined || given === undefined
        ? firstOf(context, given)
        : requireMock(context, given)
    if (before && basedOn !== before.revision) return { outcome: 'stale', current: before }
    const level = before?.level ?? requireProfile(db).level
    check(context, content, level, before)
    const id = given ?? newId()
    if (!before || JSON.stringify(contentOf(before)) !== JSON.stringify(sorted(content)))
      writeMock(
        db,
        { id, level, revision: newId(), now: wallClockNow(clock, 0).startedAt },
        content,
      )
    return { outcome: 'saved', mock: requireMock(context, id) }
  },

  'mocks.remove': ({ db, clock }, { ids }) => {
    const removed = moveToTrash(db, 'mock', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'mocks.logSession': (context, { id, category, duration, time, acceptOverlap }) => {
    const mock = requireMock(context, id)
    if (mock.session)
      refuse({
        code: 'conflict',
        message: `This mock interview is logged already, on ${formatDay(mock.session.date)} at ${mock.session.time}.`,
        hint: 'Untie it from that session first.',
      })
    const today = wallClockNow(context.clock, 0).date
    const start = time ?? (mock.date === today ? undefined : '12:00')
    const { session } = save(
      context,
      {
        category,
        duration,
        date: mock.date,
        ...(start === undefined ? {} : { time: start }),
        counts: [{ kind: 'mock-interview', n: 1 }],
        note: noteOf(mock),
        acceptOverlap,
      },
      undefined,
    )
    writeMockSession(context.db, id, session.id)
    return { mock: requireMock(context, id) }
  },

  'mocks.tieSession': (context, { id, sessionId }) => {
    requireMock(context, id)
    if (sessionId !== null) requireRow(context, sessionId)
    writeMockSession(context.db, id, sessionId)
    if (sessionId !== null)
      raiseMockCount(context.db, sessionId, mocksOfSession(context.db, sessionId))
    return { mock: requireMock(context, id) }
  },
}

function requireMock({ db }: Pick<ReadContext, 'db'>, id: string): Mock {
  return findMock(db, id) ?? refuse(gone)
}

/** What stands already under the id that a new one is to have; refuses where that lies in the trash. */
function firstOf({ db }: WriteContext, id: string | undefined): Mock | undefined {
  if (id === undefined) return undefined
  const found = findMock(db, id)
  if (!found && isMock(db, id)) refuse(gone)
  return found
}

function contentOf(mock: Mock): MockContent {
  const { id: _, level, session, revision, createdAt, changedAt, ...content } = mock
  return sorted(content)
}

/** As it is stored: principles by their id, without those about which nothing is said. */
function sorted(content: MockContent): MockContent {
  const principles = content.principles
    .filter((row) => row.rating !== null || row.selfRating !== null || row.evidence !== '')
    .toSorted((a, b) => (a.principle < b.principle ? -1 : Number(a.principle > b.principle)))
  return { ...content, principles }
}

/** Refuses what there is not, each beside its field. What was there before may stay: a file may have gone since. */
function check(
  { db, clock, library }: WriteContext,
  content: MockContent,
  level: string,
  before: Mock | undefined,
): void {
  const { date: today } = wallClockNow(clock, 0)
  const old = new Set(before?.principles.map(({ principle }) => principle))
  const oldStories = new Set(before?.questions.map(({ storyId }) => storyId))
  const missing = missingStories(
    db,
    content.questions.flatMap(({ storyId }) => storyId ?? []),
  )
  checkAll(
    () => {
      if (content.type !== before?.type && !mockTypesOf(level).includes(content.type))
        refuse({
          code: 'invalid-input',
          field: 'mock.type',
          message: `A loop at ${level} has no ${mockTypeNames[content.type].toLowerCase()} round.`,
          hint: 'Choose another type.',
        })
    },
    () => {
      if (content.date > today)
        refuse({
          code: 'invalid-input',
          field: 'mock.date',
          message: `${content.date} is in the future.`,
          hint: `Today is ${today}. Enter a mock interview once it has taken place.`,
        })
    },
    ...content.principles.map(({ principle }, index) => () => {
      if (!old.has(principle) && !library.principles.some(({ id }) => id === principle))
        refuse({
          code: 'invalid-input',
          field: `mock.principles.${index}.principle`,
          message: `There is no principle “${principle}”.`,
        })
    }),
    ...content.questions.map(({ storyId }, index) => () => {
      if (storyId !== null && missing.includes(storyId) && !oldStories.has(storyId))
        refuse({
          code: 'invalid-input',
          field: `mock.questions.${index}.storyId`,
          message: 'This story is no longer in the bank.',
          hint: 'Choose another, or put it back from the trash.',
        })
    }),
  )
}

function noteOf({ type, interviewer, nextFocus }: Mock): string {
  const what = `Mock interview: ${mockTypeNames[type].toLowerCase()}`
  const first = interviewer.trim() === '' ? what : `${what}, with ${interviewer.trim()}`
  const focus = nextFocus.trim() === '' ? [] : [`Next: ${nextFocus.trim()}`]
  return [first, ...focus].join('\n').slice(0, 20_000)
}
