import type { Noun } from '#contract/call.ts'
import type { Viewing } from './backups/viewing.ts'

/** The data folder itself, whatever is shown of it: for the few calls that are about files and not about rows. */
export type Home = Readonly<{
  dataDir: string
  /** How slow a passphrase of the backups is made to guess: see `usualWork`. */
  passphraseWork: number
  /** What is looked at in place of the data. */
  viewing: Viewing
  /** Tells the windows of this engine what to read again. */
  tell(nouns: readonly Noun[]): void
}>
