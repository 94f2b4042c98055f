import { z } from 'zod'
import { defineCall } from './call.ts'
import { storyFormats, storyParts, type StoryPart } from './story.ts'

const share = z
  .int('Give the share as a whole number of percent.')
  .min(0, 'A share cannot be below 0 %.')
  .max(100, 'A share is 100 % at most.')

const shares = Object.fromEntries(storyParts.map((part) => [part, share])) as Record<
  StoryPart,
  typeof share
>

/** How stories are measured and told: the person's own way of speaking. */
export const storySettings = z.strictObject({
  /** Spoken words a minute. */
  wordsPerMinute: z
    .int('Give the words a minute as a whole number.')
    .min(60, 'People speak 60 words a minute at least.')
    .max(300, 'People speak 300 words a minute at most.'),
  /** How far a text may be from its length, in percent of it, before the page says so. */
  tolerancePercent: z
    .int('Give the tolerance as a whole number of percent.')
    .min(0, 'The tolerance cannot be below 0 %.')
    .max(100, 'The tolerance is 100 % at most.'),
  /** What part of the time each part of a story takes, in percent; together 100. */
  shares: z.strictObject(shares).superRefine((given, issues) => {
    const sum = Object.values(given).reduce((total, value) => total + value, 0)
    if (sum !== 100)
      issues.addIssue({
        code: 'custom',
        message: `The shares make ${sum} % together. Make it 100 %.`,
      })
  }),
  /** The lengths in which stories are told, the shortest first. */
  formats: z
    .array(z.enum(storyFormats))
    .min(1, 'Leave one length on at least.')
    .refine((list) => new Set(list).size === list.length, 'A length stands in the list twice.'),
})
export type StorySettings = z.infer<typeof storySettings>

export const storySettingsCalls = {
  /** The settings in force: the person's own, else the defaults. */
  'stories.settings': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: storySettings,
  }),
  'stories.saveSettings': defineCall({
    kind: 'write',
    changes: ['stories'],
    undo: 'Change story settings',
    input: storySettings,
    output: storySettings,
  }),
}
