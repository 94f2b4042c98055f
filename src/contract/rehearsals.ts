import { z } from 'zod'
import { defineCall } from './call.ts'
import { session } from './sessions.ts'
import { storyFormats, storyParts, storyStatus } from './story.ts'
import { instant, recordId, slug, studyDay } from './units.ts'

/** The longest rehearsal that is kept, in milliseconds: an hour, many times the longest format. */
export const longestRehearsalMs = 3_600_000

/** The largest recording that is taken, in bytes: 16 MiB, an hour of speech at usual rates. */
export const largestRecording = 16 * 1024 * 1024

/** What a recorder of a browser writes, without its parameters. */
export const recordingType = z.enum(['audio/webm', 'audio/ogg', 'audio/mp4'])
export type RecordingType = z.infer<typeof recordingType>

const format = z.enum(storyFormats)
const milliseconds = z.int().min(0).max(longestRehearsalMs, 'A rehearsal lasts an hour at most.')
const rating = z.int('Rate with a whole number.').min(1, 'A rating is 1 to 5.').max(5)
const note = z.string().max(20_000, 'Shorten the note to 20,000 characters.')

const ids = (of: 'rehearsal' | 'recording') =>
  z.array(recordId).min(1, `Choose at least one ${of}.`).max(10_000)

/** The time of one part: what the format allowed for it, and what was spoken. */
export const rehearsedPart = z.strictObject({
  part: z.enum(storyParts),
  budgetMs: milliseconds,
  actualMs: milliseconds,
})
export type RehearsedPart = z.infer<typeof rehearsedPart>

/** A recording without its sound. */
export const recording = z.strictObject({
  id: recordId,
  mediaType: recordingType,
  bytes: z.int(),
  /** False when its file is no longer in the data folder: then there is nothing to play. */
  present: z.boolean(),
  createdAt: instant,
})
export type Recording = z.infer<typeof recording>

/** One telling of a story against a format. */
export const rehearsal = z.strictObject({
  id: recordId,
  story: recordId,
  format,
  startedAt: instant,
  studyDay,
  /** All six parts in their order; one that was not reached has 0. */
  parts: z.array(rehearsedPart).length(6),
  /** How the person found it: 1 lost the thread, 5 ready for the room; null while it is not rated. */
  rating: rating.nullable(),
  note: z.string(),
  /** The study session that it was logged as; null when none is there. */
  session: recordId.nullable(),
  recording: recording.nullable(),
})
export type Rehearsal = z.infer<typeof rehearsal>

/** A story of the due list. */
export const dueStory = z.strictObject({
  story: z.strictObject({ id: recordId, title: z.string(), status: storyStatus }),
  /** `never`: not rehearsed yet. `due`: today or before. `later`: on a day to come. */
  state: z.enum(['never', 'due', 'later']),
  /** The day on which it is due: today for what was never rehearsed. */
  dueOn: studyDay,
  /** True when the interview brought the day forward. */
  broughtForward: z.boolean(),
  /** Why it stands here, in a sentence for people. */
  reason: z.string(),
  rehearsals: z.int(),
  lastOn: studyDay.nullable(),
  lastRating: rating.nullable(),
})
export type DueStory = z.infer<typeof dueStory>

export const rehearsalCalls = {
  /** The rehearsals of a story, the latest first. Fails with `not-found` when the story is gone or in the trash. */
  'rehearsals.list': defineCall({
    kind: 'read',
    input: z.strictObject({ story: recordId }),
    output: z.array(rehearsal),
  }),
  /**
   * Which stories to rehearse: those that are due, in the order in which to take them (never rehearsed and ready
   * first), then those of later days. Drafts and retired stories are left out. The same data and day give the same
   * list.
   */
  'rehearsals.due': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      today: studyDay,
      /** Days to the interview; null without a date or once it is past. */
      daysLeft: z.int().nullable(),
      stories: z.array(dueStory),
      /** How many drafts there are, which wait until they are ready. */
      drafts: z.int(),
    }),
  }),
  /**
   * Keeps a rehearsal. What each part was allowed is worked out from the format and kept with it. Fails with
   * `not-found` when the story is gone, `invalid-input` for a start in the future or parts that are all empty.
   */
  'rehearsals.save': defineCall({
    kind: 'write',
    changes: ['rehearsals'],
    undo: 'Rehearse story',
    input: z.strictObject({
      story: recordId,
      format,
      startedAt: instant,
      /** Milliseconds per part; a part that is left out was not reached. */
      parts: z
        .array(z.strictObject({ part: z.enum(storyParts), ms: milliseconds }))
        .max(6)
        .superRefine((parts, issues) => {
          if (new Set(parts.map(({ part }) => part)).size !== parts.length)
            issues.addIssue({ code: 'custom', message: 'A part stands in the list twice.' })
        }),
    }),
    output: z.strictObject({ rehearsal }),
  }),
  /** Rates a rehearsal, or notes something on it; what is left out stays. Typing a note is one undo step. */
  'rehearsals.edit': defineCall({
    kind: 'write',
    changes: ['rehearsals'],
    undo: 'Rate rehearsal',
    mergeBy: ['id', 'editor'],
    input: z.strictObject({
      id: recordId,
      rating: rating.nullable().optional(),
      note: note.optional(),
      /** Names one form on one screen: its saves that follow each other closely are one undo step. */
      editor: z.string().min(1).max(60).optional(),
    }),
    output: z.strictObject({ rehearsal }),
  }),
  /** Moves rehearsals to the trash, their recordings with them; `trash.restore` puts them back. */
  'rehearsals.remove': defineCall({
    kind: 'write',
    changes: ['rehearsals', 'trash'],
    undo: 'Delete rehearsal',
    input: z.strictObject({ ids: ids('rehearsal') }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /**
   * Logs a rehearsal as a study session of the present level, from its start for as long as it lasted, and ties the
   * two together: one undo step. Fails with `conflict` when it is logged already, `overlap` unless that was accepted.
   */
  'rehearsals.logSession': defineCall({
    kind: 'write',
    changes: ['rehearsals', 'sessions', 'plan'],
    undo: 'Log rehearsal',
    input: z.strictObject({
      id: recordId,
      category: slug,
      acceptOverlap: z.boolean().default(false),
    }),
    output: z.strictObject({ session, rehearsal }),
  }),
  /** The recordings, the latest first, what they take on disk, and whether recording is switched on. */
  'rehearsals.recordings': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      on: z.boolean(),
      /** Bytes of all sounds in the data folder: those in the trash too, and any that belong to nothing any more. */
      bytes: z.int(),
      /** How many of those bytes are in the trash. */
      trashBytes: z.int(),
      recordings: z.array(
        recording.extend({
          rehearsal: recordId,
          story: z.strictObject({ id: recordId, title: z.string() }),
          format,
          startedAt: instant,
          deletedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  /** Switches recording on or off. Off is how it begins; what was recorded stays. */
  'rehearsals.setRecording': defineCall({
    kind: 'write',
    changes: ['rehearsals'],
    undo: 'Switch recording',
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({}),
  }),
  /**
   * Keeps the recording of a rehearsal as a file that only this user may read. Fails with `conflict` while recording
   * is off or when the rehearsal has one, `invalid-input` for what is empty or over 16 MiB, `storage` when the file
   * cannot be written.
   */
  'rehearsals.saveRecording': defineCall({
    kind: 'write',
    changes: ['rehearsals'],
    undo: 'Keep recording',
    input: z.strictObject({
      rehearsal: recordId,
      mediaType: recordingType,
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.strictObject({ rehearsal }),
  }),
  /** A recording with its sound. Fails with `not-found` when it is in the trash or its file is gone. */
  'rehearsals.recording': defineCall({
    kind: 'read',
    input: z.strictObject({ id: recordId }),
    output: z.strictObject({ mediaType: recordingType, bytes: z.instanceof(Uint8Array) }),
  }),
  /** Moves recordings to the trash; the rehearsals stay. */
  'rehearsals.removeRecordings': defineCall({
    kind: 'write',
    changes: ['rehearsals', 'trash'],
    undo: 'Delete recording',
    input: z.strictObject({ ids: ids('recording') }),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Takes recordings out of the trash. */
  'rehearsals.restoreRecordings': defineCall({
    kind: 'write',
    changes: ['rehearsals', 'trash'],
    undo: 'Put recording back',
    input: z.strictObject({ ids: ids('recording') }),
    output: z.strictObject({ restored: z.int() }),
  }),
}
