import { z } from 'zod'
import { instant, recordId } from './units.ts'

const proofText = z
  .string()
  .trim()
  .min(1, 'Say what the evidence is.')
  .max(2000, 'Shorten the evidence to 2,000 characters.')

/** A web address: only `http` and `https`, so that showing it as a link can do no harm. */
const address = proofText.pipe(
  z.url({
    protocol: /^https?$/,
    error: 'Write a whole web address, such as https://example.org/review.',
  }),
)

/** Evidence as somebody gives it. A figure of the ledger is linked in the ledger instead. */
export const proofInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('story'), story: recordId }),
  z.strictObject({ kind: z.literal('session'), session: recordId }),
  z.strictObject({ kind: z.literal('link'), text: address }),
  /** The name of a file, which stays where it is: nothing is copied or opened. */
  z.strictObject({ kind: z.literal('file'), text: proofText }),
  z.strictObject({ kind: z.literal('text'), text: proofText }),
])
export type ProofInput = z.infer<typeof proofInput>

/** A piece of evidence that is kept with what it proves. */
export const proof = z.strictObject({
  id: recordId,
  kind: z.enum(['story', 'session', 'link', 'file', 'text']),
  /** What was written; of a session its day, category and note, of a story its title. */
  text: z.string(),
  session: recordId.nullable(),
  story: recordId.nullable(),
  addedAt: instant,
})
export type Proof = z.infer<typeof proof>
