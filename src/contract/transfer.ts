import { z } from 'zod'
import { defineCall, nouns } from './call.ts'
import { knownPassphrase, newPassphrase } from './lock.ts'
import { countKind } from './playbooks.ts'
import { instant, slug } from './units.ts'

/** What a column of a file is about. `note` may stand several times: its cells become lines of one note. */
export const transferField = z.union([
  z.enum([
    'ignore',
    'date',
    'time',
    'end-date',
    'end-time',
    'duration',
    'category',
    'note',
    'id',
    'started-at',
    'time-zone',
    'study-day',
    'playbook',
  ]),
  z.templateLiteral(['count.', countKind]),
])
export type TransferField = z.infer<typeof transferField>

export const dateOrder = z.enum(['ymd', 'mdy', 'dmy'])
export type DateOrder = z.infer<typeof dateOrder>

/** What a duration is in that is a bare number; those with units or colons say so themselves. */
export const durationUnit = z.enum(['hours', 'minutes', 'seconds', 'milliseconds'])
export type DurationUnit = z.infer<typeof durationUnit>

const separator = z.enum([',', ';', '\t'])

/** How to read the rows of a file that is not ours. What is null is taken from the file where it proves it, else asked. */
export const transferMapping = z.strictObject({
  /** One field for each column of the file, in its order. */
  columns: z.array(transferField).max(1000),
  dateOrder: dateOrder.nullable().default(null),
  durationUnit: durationUnit.nullable().default(null),
  /** The zone of times that name none; null is the local one. */
  timeZone: z.string().max(100).nullable().default(null),
  /** Where each name in the category column belongs; null leaves its rows out. "" is a row without a name. */
  categories: z
    .array(z.strictObject({ value: z.string().max(500), category: slug.nullable() }))
    .max(1000)
    .default([]),
})
export type TransferMapping = z.infer<typeof transferMapping>
export type TransferMappingInput = z.input<typeof transferMapping>

const preset = z.strictObject({
  id: z.enum(['loopready', 'toggl', 'clockify', 'super-productivity', 'spreadsheet']),
  name: z.string(),
})
export type TransferPreset = z.infer<typeof preset>

/** Something that the file does not say and that is not guessed. */
const question = z.discriminatedUnion('kind', [
  /** No column was chosen for something that is needed. */
  z.strictObject({ kind: z.literal('column'), field: z.string(), message: z.string() }),
  /** The dates can be read in more than one order. */
  z.strictObject({
    kind: z.literal('date-order'),
    message: z.string(),
    orders: z.array(
      z.strictObject({
        order: dateOrder,
        /** A date of the file, and what it would be. */
        line: z.int(),
        text: z.string(),
        reads: z.string(),
      }),
    ),
  }),
  /** The durations are bare numbers. */
  z.strictObject({
    kind: z.literal('duration-unit'),
    message: z.string(),
    examples: z.array(z.string()),
  }),
  /** A name of the file is no category of the plan. */
  z.strictObject({
    kind: z.literal('category'),
    message: z.string(),
    value: z.string(),
    rows: z.int(),
    /** The category whose name comes near; null when none does. */
    suggestion: slug.nullable(),
  }),
])
export type TransferQuestion = z.infer<typeof question>

/** When these very bytes were imported before, and how many sessions came of it. */
const importedBefore = z.strictObject({ at: instant, rows: z.int(), message: z.string() })

const inspection = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    file: z.uuid(),
    name: z.string(),
    bytes: z.int(),
    encoding: z.enum(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'Windows-1252']),
    separator,
    rows: z.int(),
    /** The headings with the first few cells below each. */
    columns: z.array(z.strictObject({ name: z.string(), samples: z.array(z.string()) })),
    /** The program that writes such headings; null when none is known. */
    preset: preset.nullable(),
    /** Whether the mapping is the one of the last import of a file with these headings. */
    remembered: z.boolean(),
    /** What to begin with: remembered, or of the preset, or from the headings. */
    mapping: transferMapping,
    importedBefore: importedBefore.nullable(),
  }),
  z.strictObject({
    kind: z.literal('json'),
    file: z.uuid(),
    name: z.string(),
    bytes: z.int(),
    version: z.int(),
    /** What is in the file, in the words of the export: `sessions`, 120. */
    sections: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
  }),
])
export type TransferInspection = z.infer<typeof inspection>

/**
 * - `new`: will be added.
 * - `changed`: is here under the same id with other content; `existing` says what happens to it.
 * - `duplicate`: is here already.
 * - `skipped`: its category was left out by the mapping.
 * - `rejected`: cannot be read; `reason` says why.
 * - `open`: waits for the answer to a question.
 */
export const rowStatus = z.enum(['new', 'changed', 'duplicate', 'skipped', 'rejected', 'open'])
export type RowStatus = z.infer<typeof rowStatus>

const rowCounts = z.strictObject({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  duplicate: z.int(),
  skipped: z.int(),
  rejected: z.int(),
  open: z.int(),
})
export type RowCounts = z.infer<typeof rowCounts>

export const previewRow = z.strictObject({
  status: rowStatus,
  /** Where it stands: a line of a CSV file, or `sessions[3]` of a JSON file. */
  place: z.string(),
  reason: z.string().nullable(),
  /** As it would be logged; null where it cannot be read, and for what is no session. */
  session: z
    .strictObject({
      date: z.string(),
      time: z.string(),
      durationS: z.int(),
      category: z.string(),
      note: z.string(),
    })
    .nullable(),
})
export type PreviewRow = z.infer<typeof previewRow>

const overlaps = z.strictObject({
  /** New sessions that run at the same time as another, here or in the file. They are imported all the same. */
  rows: z.int(),
  examples: z.array(z.strictObject({ place: z.string(), message: z.string() })),
})

const file = z.uuid('Choose the file again.')
/** `locked`: it is in the age format, and has to be unlocked before anything else can be done with it. */
const received = z.strictObject({ file, name: z.string(), bytes: z.int(), locked: z.boolean() })
/** What happens to something that is here under the same id with other content. */
const existing = z.enum(['keep', 'replace']).default('keep')

export const transferCalls = {
  /** Takes a file over for an import. It is kept until the import, or for a day. Fails when it is over 64 MiB or empty. */
  'transfer.receive': defineCall({
    kind: 'job',
    input: z.strictObject({
      name: z.string().max(500),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Choose a file.'),
    }),
    output: received,
  }),
  /** Opens a locked file: what was in it is held in its place. Fails when the passphrase is another one. */
  'transfer.unlock': defineCall({
    kind: 'job',
    input: z.strictObject({ file, passphrase: knownPassphrase }),
    output: received,
  }),
  /** Says what a received file is, and proposes how to read it. Fails with `invalid-input` when it cannot be read. */
  'transfer.inspect': defineCall({
    kind: 'job',
    input: z.strictObject({ file }),
    output: inspection,
  }),
  /** What an import would do, and what has to be answered first. Changes nothing. */
  'transfer.preview': defineCall({
    kind: 'job',
    input: z.strictObject({
      file,
      /** Needed for CSV, and not for JSON. */
      mapping: transferMapping.optional(),
      existing,
      /** Only rows of this status. */
      show: rowStatus.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(500).default(100),
    }),
    output: z.strictObject({
      /** Whether it can be imported: nothing is left to answer. */
      ready: z.boolean(),
      questions: z.array(question),
      /** The names in the category column, and where each goes: by the mapping, an import before, or its own name. */
      categories: z.array(
        z.strictObject({
          value: z.string(),
          rows: z.int(),
          /** Null: its rows are left out; or, while it is not known, where they go. */
          category: slug.nullable(),
          known: z.boolean(),
        }),
      ),
      counts: rowCounts,
      /** Of the new sessions. */
      sessions: z.int(),
      seconds: z.int(),
      overlaps,
      importedBefore: importedBefore.nullable(),
      /** How many rows there are of the status asked for, and a stretch of them in the order of the file. */
      total: z.int(),
      rows: z.array(previewRow),
    }),
  }),
  /**
   * Imports a received file: everything or nothing, in one transaction that can be undone as one step. The file is
   * dropped when it succeeded. Fails with `invalid-input` while a question is open, or `canceled`.
   */
  'transfer.import': defineCall({
    kind: 'job',
    changes: nouns,
    backUp: 'before-import',
    input: z.strictObject({ file, mapping: transferMapping.optional(), existing }),
    output: z.strictObject({
      counts: rowCounts,
      /** Sessions that were added. */
      sessions: z.int(),
      /** The first of the rows that were rejected. */
      rejected: z.array(z.strictObject({ place: z.string(), reason: z.string() })),
      overlaps,
      importedBefore: importedBefore.nullable(),
    }),
  }),
  /** Forgets a received file. */
  'transfer.discard': defineCall({
    kind: 'job',
    input: z.strictObject({ file }),
    output: z.strictObject({}),
  }),
  /** All data as JSON, or the sessions as CSV: the same data gives the same bytes. */
  'transfer.export': defineCall({
    kind: 'job',
    input: z.strictObject({
      format: z.enum(['json', 'csv']),
      /** Begin the CSV with a byte order mark, by which older spreadsheets know that it is UTF-8. */
      bom: z.boolean().default(false),
      /** Encrypts the file with it, in the age format; without it the file can be read by whoever has it. */
      passphrase: newPassphrase.optional(),
    }),
    output: z.strictObject({
      /** A name to suggest: `loopready-2026-11-24.json`, with `.age` after it when it is encrypted. */
      fileName: z.string(),
      bytes: z.instanceof(Uint8Array),
      sessions: z.int(),
    }),
  }),
}
