import path from 'node:path'

/** "Loop" in ASCII: marks a SQLite file as ours. */
export const applicationId = 0x4c6f6f70

/** Where the data stands in a data folder. */
export function databaseFile(dataDir: string): string {
  return path.join(dataDir, 'loopready.sqlite')
}

/** What the names of the files end in that SQLite keeps of one database: the file, its log, the index of the log. */
export const fileEndings = ['', '-wal', '-shm'] as const
