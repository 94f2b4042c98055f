import type { SqlValue } from '../store/database.ts'

/** SQL conditions on `session` and their parameters. The texts are fixed; what a person typed is only ever bound. */
export type Conditions = Readonly<{ sql: string; params: Readonly<Record<string, SqlValue>> }>

/** Sessions that are not in the trash. */
export const notTrashed: Conditions = { sql: 'deleted_at IS NULL', params: {} }
