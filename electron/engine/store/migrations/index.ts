import { firstTables } from './0010-first-tables.ts'
import { timer } from './0020-timer.ts'
import { sessionSearch } from './0030-session-search.ts'
import { preferences } from './0050-preferences.ts'
import { transfer } from './0058-transfer.ts'
import { stories } from './0060-stories.ts'
import { evidence } from './0070-evidence.ts'
import { principleMinimum } from './0080-principle-minimum.ts'
import { loopRound } from './0085-loop-round.ts'
import { rehearsals } from './0090-rehearsals.ts'
import { mocks } from './0100-mocks.ts'
import { questions } from './0105-questions.ts'
import { storySettings } from './0110-story-settings.ts'
import { checklist } from './0120-checklist.ts'
import { metrics } from './0130-metrics.ts'
import { scope } from './0140-scope.ts'
import { daysOff } from './0150-days-off.ts'
import { ownPlaybooks } from './0170-own-playbooks.ts'
import { report } from './0190-report.ts'
import type { Migration } from './migration.ts'

/**
 * The only list, in the order of its versions. A new one is above every version that was released: a file that is
 * there already passes by what lies below.
 */
export const migrations: readonly Migration[] = [
  firstTables,
  timer,
  sessionSearch,
  preferences,
  transfer,
  stories,
  evidence,
  principleMinimum,
  loopRound,
  rehearsals,
  mocks,
  questions,
  storySettings,
  checklist,
  metrics,
  scope,
  daysOff,
  ownPlaybooks,
  report,
]

/** The newest schema that this app knows. */
export const newestVersion = Math.max(...migrations.map((migration) => migration.version))
