import type { z } from 'zod'
import type { Call } from './call.ts'
import { checklistCalls } from './checklist.ts'
import { backupCalls } from './backups.ts'
import { diagnosticsCalls } from './diagnostics.ts'
import { coverageCalls } from './coverage.ts'
import { demoCalls } from './demo.ts'
import { evidenceCalls } from './evidence.ts'
import { formulaCalls } from './formula.ts'
import { forecastCalls } from './forecast.ts'
import { historyCalls } from './history.ts'
import { levelCheckCalls } from './level-check.ts'
import { loopCalls } from './loop.ts'
import { mockCalls } from './mocks.ts'
import { metricsCalls } from './metrics.ts'
import { ownPlaybookCalls } from './own-playbooks.ts'
import { planCalls } from './plan.ts'
import { playbookCalls } from './playbooks.ts'
import { profileCalls } from './profile.ts'
import { questionCalls } from './questions.ts'
import { quickAddCalls } from './quick-add.ts'
import { rehearsalCalls } from './rehearsals.ts'
import { readinessCalls } from './readiness.ts'
import { reportCalls } from './report.ts'
import { scopeCalls } from './scope.ts'
import { sessionCalls } from './sessions.ts'
import { storyCalls } from './stories.ts'
import { storySettingsCalls } from './story-settings.ts'
import { timerCalls } from './timer.ts'
import { transferCalls } from './transfer.ts'
import { trashCalls } from './trash.ts'

/** The whole conversation between the engine and every shell. */
export const contract = {
  ...profileCalls,
  ...playbookCalls,
  ...ownPlaybookCalls,
  ...sessionCalls,
  ...quickAddCalls,
  ...planCalls,
  ...forecastCalls,
  ...readinessCalls,
  ...historyCalls,
  ...trashCalls,
  ...timerCalls,
  ...transferCalls,
  ...storyCalls,
  ...storySettingsCalls,
  ...levelCheckCalls,
  ...evidenceCalls,
  ...mockCalls,
  ...questionCalls,
  ...checklistCalls,
  ...metricsCalls,
  ...scopeCalls,
  ...formulaCalls,
  ...backupCalls,
  ...diagnosticsCalls,
  ...rehearsalCalls,
  ...coverageCalls,
  ...loopCalls,
  ...reportCalls,
  ...demoCalls,
} satisfies Record<string, Call>

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller passes: before defaults. */
export type InputOf<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler receives: after defaults. */
export type ParsedInputOf<N extends CallName> = z.output<Contract[N]['input']>
export type OutputOf<N extends CallName> = z.output<Contract[N]['output']>
/** The calls of one kind. */
export type CallNameOf<K extends Call['kind']> = {
  [N in CallName]: Contract[N]['kind'] extends K ? N : never
}[CallName]

/** Whether a string from outside names a call; safe against `__proto__` and its like. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}
