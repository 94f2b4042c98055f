import { z } from 'zod'
import { backupFailure } from './backups.ts'
import { defineCall } from './call.ts'
import { instant } from './units.ts'

/** How many of the innermost calls are told of a part of the page that has failed. */
const pageFramesAtMost = 12

export const diagnosticsCalls = {
  /** Looks at all of the data file and at what is around it. Changes no data; the result is remembered. */
  'diagnostics.check': defineCall({
    kind: 'job',
    input: z.strictObject({}),
    output: z.strictObject({
      checkedAt: instant,
      /** What is wrong with the data file, in the words of SQLite; empty when it is whole. */
      faults: z.array(z.string()),
      backups: z.strictObject({
        count: z.int(),
        newestAt: instant.nullable(),
        /** Why the last daily one was not made; null when none has failed since. */
        failure: backupFailure.nullable(),
      }),
      /** Whether backups are encrypted; `no-key` and `unknown` keep any from being made. */
      encryption: z.enum(['on', 'off', 'no-key', 'unknown']),
      /** In bytes; free is null where the system does not say. */
      space: z.strictObject({
        data: z.int(),
        backups: z.int(),
        recordings: z.int(),
        rest: z.int(),
        free: z.int().nullable(),
      }),
      /** The kind of network drive that the data folder is on, where the system tells; null for a disk of this computer. */
      networkDrive: z.string().nullable(),
      /** How many playbook files cannot be used. */
      brokenPlaybooks: z.int(),
      versions: z.strictObject({
        app: z.string(),
        schema: z.int(),
        sqlite: z.string(),
        node: z.string(),
        system: z.string(),
      }),
      /** The newest lines of the log: what happened, without anything that a person wrote. */
      log: z.array(z.string()),
      /** All of this as text to copy. It names no file and holds nothing that a person wrote. */
      text: z.string(),
    }),
  }),
  /** Leaves a report of a part of the page that has failed. Only names of code come in: a text is refused. */
  'diagnostics.pageFailed': defineCall({
    kind: 'job',
    input: z.strictObject({
      kind: z.string().regex(/^\w{1,60}$/),
      /** The first part of the address: `/stories`. */
      screen: z.string().regex(/^\/[a-z]{0,40}$/),
      /** Where in the code, innermost first. */
      frames: z
        .array(z.string().regex(/^(?:[\w.$<>]{1,80} \()?[\w.-]{1,120}:\d{1,9}:\d{1,9}\)?$/))
        .max(pageFramesAtMost),
    }),
    output: z.strictObject({}),
  }),
}
export type PageFailure = z.infer<(typeof diagnosticsCalls)['diagnostics.pageFailed']['input']>
export type CheckUp = z.infer<(typeof diagnosticsCalls)['diagnostics.check']['output']>
