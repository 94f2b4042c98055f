import { largestRecording, longestRehearsalMs, type Rehearsal } from '#contract/rehearsals.ts'
import type { Seconds } from '#contract/units.ts'
import { partBudgets } from '#domain/rehearsals/budgets.ts'
import { totalMs } from '#domain/rehearsals/compare.ts'
import { formatSeconds } from '#domain/spoken.ts'
import { partOrder } from '#domain/story-fields.ts'
import type { HandlersFor, ReadContext, WriteContext } from '../handlers.ts'
import { instantAfter, wallClockAt, wallClockNow, wallClockOfInstant } from '../local-time.ts'
import { findProfile, requireProfile } from '../profile/store.ts'
import { refuse } from '../refusal.ts'
import { saveRow } from '../sessions/save.ts'
import { categoryOf } from '../sessions/typed.ts'
import { requireStory } from '../stories/save.ts'
import { readStorySettings } from '../stories/settings.ts'
import { moveToTrash, takeOutOfTrash } from '../trash/move.ts'
import { dueStories } from './due.ts'
import { hasSound, readSound, soundBytes, writeSound } from './sound-files.ts'
import {
  addRecording,
  addRehearsal,
  allRecordings,
  findRecording,
  findRehearsal,
  hasRecording,
  isRecordingOn,
  partsOf,
  rateRehearsal,
  recordingsOf,
  rehearsalsOf,
  tieSession,
  writeRecordingOn,
  type RecordingRow,
  type RehearsalRow,
} from './store.ts'

const gone = {
  code: 'not-found',
  message: 'This rehearsal is no longer there.',
  hint: 'It may have been deleted elsewhere; look in the trash, or undo.',
} as const

const goneRecording = {
  code: 'not-found',
  message: 'This recording is no longer there.',
  hint: 'It may have been deleted elsewhere; undo brings it back.',
} as const

export const rehearsalHandlers: HandlersFor<'rehearsals'> = {
  'rehearsals.list': (context, { story }) => {
    requireStory(context, story)
    return rehearsals(context, rehearsalsOf(context.db, story))
  },

  'rehearsals.due': dueStories,

  'rehearsals.save': (context, { story, format, startedAt, parts }) => {
    const { db, clock, newId } = context
    requireStory(context, story)
    const now = wallClockNow(clock, 0)
    // The page's clock is the same computer's, but may run ahead by the time of the call.
    if (startedAt > instantAfter(now.startedAt, 60))
      refuse({
        code: 'invalid-input',
        field: 'startedAt',
        message: 'A rehearsal cannot start in the future.',
        hint: 'Check the clock of this computer.',
      })
    const spoken = parts.map(({ ms }) => ({ actualMs: ms }))
    if (totalMs(spoken) === 0 || totalMs(spoken) > longestRehearsalMs)
      refuse({
        code: 'invalid-input',
        field: 'parts',
        message: 'A rehearsal lasts more than nothing and an hour at most.',
      })
    const budgets = partBudgets(formatSeconds[format], readStorySettings(db).shares)
    const { timeZone } = now
    const { date, time } = wallClockOfInstant(startedAt, timeZone)
    const { studyDay } = wallClockAt(date, time, timeZone, findProfile(db)?.dayStartsAt ?? 0)
    const id = newId()
    addRehearsal(
      db,
      {
        id,
        story_id: story,
        format,
        started_at: startedAt,
        time_zone: timeZone,
        study_day: studyDay,
      },
      partOrder.map((part) => ({
        part,
        budgetMs: budgets[part],
        actualMs: parts.find((told) => told.part === part)?.ms ?? 0,
      })),
      now.startedAt,
    )
    return { rehearsal: one(context, id) }
  },

  'rehearsals.edit': (context, { id, rating, note }) => {
    const row = requireRow(context, id)
    const changed = {
      id,
      rating: rating === undefined ? row.rating : rating,
      note: note ?? row.note,
    }
    rateRehearsal(context.db, changed, wallClockNow(context.clock, 0).startedAt)
    return { rehearsal: one(context, id) }
  },

  'rehearsals.remove': ({ db, clock }, { ids }) => {
    const removed = moveToTrash(db, 'rehearsal', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(gone)
    return { removed }
  },

  'rehearsals.logSession': (context, { id, category, acceptOverlap }) => {
    const { session } = logged(context, requireRow(context, id), category, acceptOverlap)
    tieSession(context.db, id, session.id)
    return { session, rehearsal: one(context, id) }
  },

  'rehearsals.recordings': ({ db, home: { dataDir } }) => {
    const rows = allRecordings(db)
    const bytesOf = (list: typeof rows) => list.reduce((sum, row) => sum + row.bytes, 0)
    const present = rows.filter((row) => hasSound(dataDir, row.id))
    return {
      on: isRecordingOn(db),
      bytes: soundBytes(dataDir),
      trashBytes: bytesOf(present.filter((row) => row.gone_at !== null)),
      recordings: rows.map((row) => ({
        ...recordingOf(dataDir, row),
        rehearsal: row.rehearsal_id,
        story: { id: row.story_id, title: row.title },
        format: row.format,
        startedAt: row.started_at,
        deletedAt: row.gone_at,
      })),
    }
  },

  'rehearsals.setRecording': ({ db }, { on }) => {
    if (on !== isRecordingOn(db)) writeRecordingOn(db, on)
    return {}
  },

  'rehearsals.saveRecording': (context, { rehearsal, mediaType, bytes }) => {
    const { db, home, newId, clock } = context
    requireRow(context, rehearsal)
    if (!isRecordingOn(db))
      refuse({
        code: 'conflict',
        message: 'Recording is switched off, so nothing was kept.',
        hint: 'Switch it on in Practice, then rehearse again.',
      })
    if (hasRecording(db, rehearsal))
      refuse({ code: 'conflict', message: 'This rehearsal has a recording already.' })
    if (bytes.byteLength === 0 || bytes.byteLength > largestRecording)
      refuse({
        code: 'invalid-input',
        field: 'bytes',
        message:
          bytes.byteLength === 0
            ? 'The recording is empty.'
            : `The recording is larger than ${largestRecording / 1024 / 1024} MiB.`,
      })
    const id = newId()
    addRecording(db, {
      id,
      rehearsal_id: rehearsal,
      media_type: mediaType,
      bytes: bytes.byteLength,
      created_at: wallClockNow(clock, 0).startedAt,
    })
    // Last: what refused before left no file behind. One whose row is not committed after all is a stray.
    writeSound(home.dataDir, id, bytes)
    return { rehearsal: one(context, rehearsal) }
  },

  'rehearsals.recording': ({ db, home: { dataDir } }, { id }) => {
    const row = findRecording(db, id) ?? refuse(goneRecording)
    const bytes = readSound(dataDir, id)
    if (bytes === null)
      return refuse({
        code: 'not-found',
        message: 'The file of this recording is no longer in the data folder.',
        hint: 'Delete the entry, or put the file back into the folder recordings.',
      })
    return { mediaType: row.media_type, bytes }
  },

  'rehearsals.removeRecordings': ({ db, clock }, { ids }) => {
    const removed = moveToTrash(db, 'recording', ids, wallClockNow(clock, 0).startedAt)
    if (removed === 0) refuse(goneRecording)
    return { removed }
  },

  'rehearsals.restoreRecordings': ({ db }, { ids }) => {
    const restored = takeOutOfTrash(db, 'recording', ids)
    if (restored === 0) refuse(goneRecording)
    return { restored }
  },
}

/** Logs the time of a rehearsal as a session: at least a second, with the story's title as its note. */
function logged(context: WriteContext, row: RehearsalRow, category: string, accept: boolean) {
  const { db, newId } = context
  if (row.session_id !== null)
    refuse({
      code: 'conflict',
      message: 'This rehearsal is logged as a study session already.',
      hint: 'Look for it in the log.',
    })
  const { level } = requireProfile(db)
  const [whole] = rehearsals(context, [row])
  const { title } = requireStory(context, row.story_id)
  const duration = Math.max(1, Math.round(totalMs(whole?.parts ?? []) / 1000))
  return saveRow(
    context,
    {
      id: newId(),
      ...categoryOf(context, level, category, undefined),
      study_day: row.study_day,
      started_at: row.started_at,
      time_zone: row.time_zone,
      // A whole number of seconds, 1 or more.
      duration_s: duration as Seconds,
      note: title === '' ? 'Rehearsed a story' : `Rehearsed: ${title}`,
    },
    [],
    accept,
  )
}

function requireRow({ db }: Pick<ReadContext, 'db'>, id: string): RehearsalRow {
  return findRehearsal(db, id) ?? refuse(gone)
}

function one(context: ReadContext, id: string): Rehearsal {
  const [found] = rehearsals(context, [requireRow(context, id)])
  return found ?? refuse(gone)
}

/** Stored rows as the contract's rehearsals, with their parts and recordings. */
export function rehearsals(
  { db, home: { dataDir } }: Pick<ReadContext, 'db' | 'home'>,
  rows: readonly RehearsalRow[],
): Rehearsal[] {
  const ids = rows.map((row) => row.id)
  const parts = partsOf(db, ids)
  const recordings = recordingsOf(db, ids)
  return rows.map((row) => {
    const found = recordings.get(row.id)
    return {
      id: row.id,
      story: row.story_id,
      format: row.format,
      startedAt: row.started_at,
      studyDay: row.study_day,
      parts: parts.get(row.id) ?? [],
      rating: row.rating,
      note: row.note,
      session: row.session_id,
      recording: found ? recordingOf(dataDir, found) : null,
    }
  })
}

function recordingOf(dataDir: string, row: RecordingRow) {
  return {
    id: row.id,
    mediaType: row.media_type,
    bytes: row.bytes,
    present: hasSound(dataDir, row.id),
    createdAt: row.created_at,
  }
}
