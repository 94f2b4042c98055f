import { z } from 'zod'
import { defineCall } from './call.ts'
import { playbookId } from './playbooks.ts'
import { slug, studyDay } from './units.ts'

const fields = {
  name: z.string().trim().max(200, 'Shorten the name to 200 characters.'),
  level: playbookId,
  startDate: studyDay,
  /** Null while the date is not known. */
  interviewDate: studyDay.nullable(),
  /** What the person means to study in a week, in hours. */
  weeklyHours: z
    .number('Give the weekly hours as a number.')
    .positive('Weekly hours must be above 0.')
    .max(100, 'Weekly hours can be 100 at most.'),
}

const preferences = {
  theme: z.enum(['system', 'light', 'dark']),
  paper: z.enum(['A4', 'Letter']),
  /** The hour, 0 to 6, at which a new study day begins, for people who work past midnight. */
  dayStartsAt: z.int().min(0).max(6),
  /** The weekday on which a week begins: 1 Monday to 7 Sunday. */
  weekStartsOn: z.int().min(1).max(7),
  /** After how many minutes without a sign of life the timer asks what to do with them; 0 asks never. */
  idleAfterMinutes: z
    .int('Give the minutes as a whole number.')
    .min(0, 'Minutes are 0 or more.')
    .max(240, 'Ask after 240 minutes at most.'),
  /** Lengths of the timer's work intervals and breaks in minutes, where a timer is not given its own; 0 is off. */
  focusWorkMinutes: z
    .int('Give the minutes as a whole number.')
    .min(0, 'Minutes are 0 or more.')
    .max(240, 'A work interval lasts 240 minutes at most.'),
  focusBreakMinutes: z
    .int('Give the minutes as a whole number.')
    .min(0, 'Minutes are 0 or more.')
    .max(120, 'A break lasts 120 minutes at most.'),
  /** Whether streaks are shown. */
  streaks: z.boolean(),
}

export const profile = z.strictObject({ ...fields, ...preferences })
export type Profile = z.infer<typeof profile>

export const profileInput = z.strictObject({
  ...fields,
  theme: preferences.theme.optional(),
  paper: preferences.paper.optional(),
  dayStartsAt: preferences.dayStartsAt.optional(),
  weekStartsOn: preferences.weekStartsOn.optional(),
  idleAfterMinutes: preferences.idleAfterMinutes.optional(),
  focusWorkMinutes: preferences.focusWorkMinutes.optional(),
  focusBreakMinutes: preferences.focusBreakMinutes.optional(),
  streaks: preferences.streaks.optional(),
})
export type ProfileInput = z.input<typeof profileInput>

/** Where sessions of a category of another playbook count in the new level's plan; null leaves them unmapped. */
export const categoryMapping = z.strictObject({
  fromPlaybook: playbookId,
  from: slug,
  to: slug.nullable(),
})
export type CategoryMapping = z.infer<typeof categoryMapping>

export const profileCalls = {
  /** The profile, or null before the first run is finished; and what the engine takes as now. */
  'profile.get': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      profile: profile.nullable(),
      today: studyDay,
      /** The wall-clock time now, `HH:MM`. */
      time: z.string(),
      timeZone: z.string(),
    }),
  }),
  /** Makes the profile or changes it. Does not change the level of an existing one: that is `profile.switchLevel`. */
  'profile.save': defineCall({
    kind: 'write',
    changes: ['profile', 'plan', 'sessions'],
    undo: 'Change profile',
    input: profileInput,
    output: profile,
  }),
  /**
   * What switching to a level would mean: each category that has sessions and is not of that level, how much is in
   * it, where it may go, and where it went the last time.
   */
  'profile.previewSwitch': defineCall({
    kind: 'read',
    input: z.strictObject({ level: playbookId }),
    output: z.strictObject({
      level: playbookId,
      rows: z.array(
        z.strictObject({
          fromPlaybook: playbookId,
          from: slug,
          name: z.string(),
          sessions: z.int(),
          seconds: z.int(),
          /** Slugs of the new level, the suggested one first; any other category may be chosen too. */
          candidates: z.array(slug),
          /** The mapping in force, if this level was used before; null is "left unmapped". */
          current: slug.nullable().optional(),
        }),
      ),
    }),
  }),
  /** Switches the target level. Sessions keep the category they were logged in; switching back restores everything. */
  'profile.switchLevel': defineCall({
    kind: 'write',
    changes: ['profile', 'plan', 'sessions'],
    undo: 'Switch level',
    input: z.strictObject({ level: playbookId, mapping: z.array(categoryMapping) }),
    output: profile,
  }),
}
