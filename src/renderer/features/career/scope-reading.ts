import type { OutputOf } from '#contract/index.ts'

/** The person's own scope as the engine tells it. */
export type Scope = OutputOf<'scope.get'>
