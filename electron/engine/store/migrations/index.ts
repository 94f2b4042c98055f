import { firstTables } from './0010-first-tables.ts'
import { timer } from './0020-timer.ts'
import { sessionSearch } from './0030-session-search.ts'
import { transfer } from './0040-transfer.ts'
import { preferences } from './0050-preferences.ts'
import { stories } from './0060-stories.ts'
import { evidence } from './0070-evidence.ts'
import { daysOff } from './0150-days-off.ts'
import type { Migration } from './migration.ts'

/** The only list. Versions go up in tens, so that two branches do not take the same number. */
export const migrations: readonly Migration[] = [
  firstTables,
  timer,
  sessionSearch,
  transfer,
  preferences,
  stories,
  evidence,
  daysOff,
]

/** The newest schema that this app knows. */
export const newestVersion = Math.max(...migrations.map((migration) => migration.version))
