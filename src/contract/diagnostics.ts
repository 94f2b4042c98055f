import { z } from 'zod'
import { defineCall } from './call.ts'
import { instant } from './units.ts'

export const diagnosticsCalls = {
  /** Looks at all of the data file and at what is around it. Changes no data; the result is remembered. */
  'diagnostics.check': defineCall({
    kind: 'job',
    input: z.strictObject({}),
    output: z.strictObject({
      checkedAt: instant,
      /** What is wrong with the data file, in the words of SQLite; empty when it is whole. */
      faults: z.array(z.string()),
      backups: z.strictObject({ count: z.int(), newestAt: instant.nullable() }),
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
}
export type CheckUp = z.infer<(typeof diagnosticsCalls)['diagnostics.check']['output']>
