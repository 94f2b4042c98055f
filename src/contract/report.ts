import { z } from 'zod'
import { defineCall } from './call.ts'
import { storyFormats } from './story.ts'
import { recordId, slug } from './units.ts'

/** The parts of the report in the order in which they stand in it. */
export const reportSectionIds = [
  'cover',
  'readiness',
  'where-you-stand',
  'allocation',
  'forecast',
  'milestones',
  'checklist',
  'success-metrics',
  'scope',
  'principles',
  'stories',
  'rehearsals',
  'practice-log',
  'methods',
] as const
const sectionId = z.enum(reportSectionIds)
export type ReportSectionId = z.infer<typeof sectionId>

const fields = {
  /** The parts that are on. They stand in the order of the report, whatever the order here. */
  sections: z
    .array(sectionId)
    .max(reportSectionIds.length)
    .refine((list) => list.some((id) => id !== 'cover'), 'Choose a section besides the cover.')
    .refine((list) => new Set(list).size === list.length, 'A section stands in the list twice.'),
  /** The length in which stories are told; `whole` is their six parts. */
  storyFormat: z.enum(['whole', ...storyFormats]),
  /** Whether what the level check finds stands with each story. */
  findings: z.boolean(),
  /** Whether names are replaced by aliases. */
  aliases: z.boolean(),
}

/** What a report holds. */
export const reportContents = z.strictObject(fields)
export type ReportContents = z.infer<typeof reportContents>

/** Which file is made. The figures alone are `csv` and `json`. */
export const reportFormat = z.enum(['pdf', 'markdown', 'html', 'csv', 'json'])
export type ReportFormat = z.infer<typeof reportFormat>

const presetName = z
  .string()
  .trim()
  .min(1, 'Give the preset a name.')
  .max(60, 'Shorten the name to 60 characters.')

const preset = z.strictObject({
  /** `full`, `one-page`, `stories`, `mentor`, or the id of one's own. */
  id: slug,
  name: z.string(),
  own: z.boolean(),
  contents: reportContents,
})
export type ReportPreset = z.infer<typeof preset>

/** A name and what stands in its place. */
export const reportAlias = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2, 'A name to replace has two characters at least.')
    .max(300, 'Shorten the name to 300 characters.'),
  alias: z
    .string()
    .trim()
    .min(1, 'Say what stands in place of the name.')
    .max(100, 'Shorten the alias to 100 characters.'),
})
export type ReportAlias = z.infer<typeof reportAlias>

const settings = z.strictObject({
  /** What the report holds unless a call says otherwise: the last choice, or everything. */
  contents: reportContents,
  /** Those that come with the app, then one's own by name. */
  presets: z.array(preset),
  /** One's own list of names. */
  aliases: z.array(reportAlias),
  /** Every name that a report with aliases replaces, and where it is from. */
  replaced: z.array(reportAlias.extend({ from: z.enum(['own', 'profile', 'story', 'mock']) })),
})
export type ReportSettings = z.infer<typeof settings>

export const reportCalls = {
  /** What the report holds, the presets and the aliases. Fails with `no-profile`. */
  'report.settings': defineCall({ kind: 'read', input: z.strictObject({}), output: settings }),
  /** Remembers what the report holds. */
  'report.choose': defineCall({
    kind: 'write',
    changes: ['report'],
    undo: 'Choose report sections',
    mergeBy: ['editor'],
    input: z.strictObject({
      contents: reportContents,
      /** Names one form on one screen: its choices that follow each other closely are one undo step. */
      editor: z.string().min(1).max(60).optional(),
    }),
    output: z.strictObject({}),
  }),
  /**
   * Keeps a preset of one's own, or changes the one of `id`. Fails with `conflict` when another has the name,
   * `not-found` when it is gone.
   */
  'report.savePreset': defineCall({
    kind: 'write',
    changes: ['report'],
    undo: 'Save report preset',
    input: z.strictObject({
      id: recordId.optional(),
      name: presetName,
      contents: reportContents,
    }),
    output: z.strictObject({ preset }),
  }),
  'report.removePreset': defineCall({
    kind: 'write',
    changes: ['report'],
    undo: 'Delete report preset',
    input: z.strictObject({ id: recordId }),
    output: z.strictObject({}),
  }),
  /** Replaces the list of names. Refuses a name twice, and an alias that holds a name of the list. */
  'report.saveAliases': defineCall({
    kind: 'write',
    changes: ['report'],
    undo: 'Change aliases',
    input: z.strictObject({ aliases: z.array(reportAlias).max(500, '500 names at most.') }),
    output: z.strictObject({}),
  }),
  /**
   * Makes the report of the current data and clock: the same data, clock and options give the same bytes. What is
   * given goes before the preset, and that before the last choice. A report with aliases is read back once it is made.
   * Fails with `no-profile`, `not-found` for a preset, `canceled`, or `conflict` when a name still stands in the file.
   */
  'report.build': defineCall({
    kind: 'job',
    input: z.strictObject({
      preset: slug.optional(),
      sections: fields.sections.optional(),
      storyFormat: fields.storyFormat.optional(),
      findings: fields.findings.optional(),
      aliases: fields.aliases.optional(),
      paper: z.enum(['A4', 'Letter']).optional(),
      format: reportFormat.default('pdf'),
    }),
    output: z.strictObject({
      /** A name to suggest: `loopready-L6-2026-11-24.pdf`. */
      fileName: z.string(),
      /** 0 for a file that has no pages. */
      pages: z.int(),
      bytes: z.instanceof(Uint8Array),
      /** What a reader has to be told of the file: which characters its fonts cannot show. Mostly nothing. */
      notices: z.array(z.string()),
    }),
  }),
}
export type ReportInput = z.input<(typeof reportCalls)['report.build']['input']>
