import type { z } from 'zod'

/** The nouns whose data can change; a change notice names them and the page refetches what it shows of them. */
export const nouns = [
  'profile',
  'sessions',
  'plan',
  'playbooks',
  'trash',
  'timer',
  'stories',
  'evidence',
  'rehearsals',
  'mocks',
  'questions',
  'checklist',
  'metrics',
  'scope',
  'coverage',
  'loop',
  'backups',
  'report',
] as const
export type Noun = (typeof nouns)[number]

/**
 * One call of the contract. From this one declaration follow its types, its validation, the desktop channel,
 * the HTTP route and what the engine may do while it runs.
 *
 * - `read`: gets a database that cannot be written.
 * - `write`: runs in one transaction; `changes` says which nouns to refetch; it is journaled for undo.
 * - `job`: long work off the engine's thread, with progress and cancel.
 */
export type Call = Readonly<
  | { kind: 'read'; input: z.ZodType; output: z.ZodType }
  | {
      kind: 'write'
      input: z.ZodType
      output: z.ZodType
      changes: readonly Noun[]
      /** What the person did, in the words of the undo menu: "Log session". Null: it is not journaled. */
      undo: string | null
      /**
       * Input fields that say which calls belong together: those that follow each other within five minutes with the
       * same values are one undo step. A call that leaves one of them out stands for itself.
       */
      mergeBy?: readonly string[]
      backUp?: BackUp
    }
  | {
      kind: 'job'
      input: z.ZodType
      output: z.ZodType
      /** The nouns that the job changes with a connection of its own, which counts the change (noun-versions). */
      changes?: readonly Noun[]
      /** True for what may be done while a backup is shown: it is about the backups, not about what is shown. */
      whileViewing?: boolean
      backUp?: BackUp
    }
>

/** A backup that is made before the call does anything; it is refused where that cannot be made. */
type BackUp = 'before-import'

/** Declares a call and keeps its exact types. */
export function defineCall<const C extends Call>(call: C): C {
  return call
}
