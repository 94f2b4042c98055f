import { z } from 'zod'
import { defineCall } from './call.ts'

export const reportCalls = {
  /**
   * Draws the PDF readiness report of the current data and clock: the same data, clock and options give the same
   * bytes. Fails with `no-profile`, or `canceled`.
   */
  'report.build': defineCall({
    kind: 'job',
    input: z.strictObject({ paper: z.enum(['A4', 'Letter']).optional() }),
    output: z.strictObject({
      /** A name to suggest: `loopready-L6-2026-11-24.pdf`. */
      fileName: z.string(),
      pages: z.int(),
      bytes: z.instanceof(Uint8Array),
    }),
  }),
}
export type ReportInput = z.input<(typeof reportCalls)['report.build']['input']>
