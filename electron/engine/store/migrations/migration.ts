/** One step of the schema: a few statements that run in one transaction. Never edited once released. */
export type Migration = Readonly<{ version: number; name: string; sql: string }>
