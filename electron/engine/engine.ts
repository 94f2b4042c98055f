import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import type { Result } from '#contract/errors.ts'
import type { Engine, EngineOptions, JobOptions } from './api.ts'
import { checklistHandlers } from './checklist/handlers.ts'
import { dailyBackups } from './backups/daily.ts'
import { backupHandlers } from './backups/handlers.ts'
import { backupFolder, usualFolder } from './backups/folder.ts'
import { sweepLeftovers } from './backups/leftovers.ts'
import { waitingFolder } from './backups/waiting.ts'
import { encryptWhatWaits } from './backups/encrypt-waiting.ts'
import { createViewing } from './backups/viewing.ts'
import { weeklyChecks } from './backups/weekly-check.ts'
import { changeNotices } from './change-notices.ts'
import { coverageHandlers } from './coverage/handlers.ts'
import { demoHandlers } from './demo/handlers.ts'
import { diagnosticsHandlers } from './diagnostics/handlers.ts'
import { usualWork } from './lock/keys.ts'
import { dispatcher } from './dispatch.ts'
import { failureOf } from './failure.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { forecastHandlers } from './forecast/handlers.ts'
import { formulaHandlers } from './formula/handlers.ts'
import type { Handlers } from './handlers.ts'
import { openWhole } from './recovery/recover.ts'
import type { Home } from './home.ts'
import { historyHandlers } from './history/handlers.ts'
import { installJournal } from './history/journal.ts'
import { loopHandlers } from './loop/handlers.ts'
import { mockHandlers } from './mocks/handlers.ts'
import { metricsHandlers } from './metrics/handlers.ts'
import { planHandlers } from './plan/handlers.ts'
import { playbookHandlers } from './playbooks/handlers.ts'
import { liveLibrary } from './playbooks/live-library.ts'
import { ownFolder } from './playbooks/own-files.ts'
import { ownPlaybooks } from './playbooks/own-playbooks.ts'
import { profileHandlers } from './profile/handlers.ts'
import { readinessHandlers } from './readiness/handlers.ts'
import { rehearsalHandlers } from './rehearsals/handlers.ts'
import { sweepSounds } from './rehearsals/sound-files.ts'
import { questionHandlers } from './questions/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { scopeHandlers } from './scope/handlers.ts'
import { sessionHandlers } from './sessions/handlers.ts'
import { readable } from './store/database.ts'
import { networkDriveOf } from './store/network-drive.ts'
import { storyHandlers } from './stories/handlers.ts'
import { timerHandlers } from './timer/handlers.ts'
import { transferHandlers } from './transfer/handlers.ts'
import { incomingFiles } from './transfer/incoming.ts'
import { trashHandlers } from './trash/handlers.ts'
import { emptyOldTrash } from './trash/expiry.ts'
import { timeSurelyPassed } from './trash/start-before.ts'

const handlers: Handlers = {
  ...profileHandlers,
  ...playbookHandlers,
  ...sessionHandlers,
  ...planHandlers,
  ...forecastHandlers,
  ...readinessHandlers,
  ...historyHandlers,
  ...trashHandlers,
  ...timerHandlers,
  ...transferHandlers,
  ...storyHandlers,
  ...evidenceHandlers,
  ...mockHandlers,
  ...questionHandlers,
  ...checklistHandlers,
  ...metricsHandlers,
  ...scopeHandlers,
  ...formulaHandlers,
  ...backupHandlers,
  ...diagnosticsHandlers,
  ...rehearsalHandlers,
  ...coverageHandlers,
  ...loopHandlers,
  ...reportHandlers,
  ...demoHandlers,
}

/**
 * Opens the data folder and answers the whole contract on this thread. Throws a `Refusal` when the data cannot be
 * opened (`storage`, `newer-file`); the file is then untouched.
 */
export function createEngine(options: EngineOptions): Engine {
  const { dataDir, assetsDir, clock, log } = options
  const live = liveLibrary(path.join(assetsDir, 'data'), ownFolder(dataDir))
  sweepLeftovers(dataDir, [
    backupFolder(dataDir).folder,
    usualFolder(dataDir),
    waitingFolder(dataDir),
  ])
  const connection = openWhole(dataDir, clock.nowMs())
  const passed = timeSurelyPassed(dataDir, clock.nowMs())
  emptyOldTrash(connection, dataDir, passed)
  sweepSounds(dataDir, readable(connection), passed)
  installJournal(connection)
  const notices = changeNotices(connection, live.hasChanged)
  const incoming = incomingFiles(dataDir)
  const home: Home = {
    dataDir,
    passphraseWork: options.passphraseWork ?? usualWork,
    viewing: createViewing(),
    tell: notices.tell,
  }
  const encryptWaiting = async () => {
    const went = await encryptWhatWaits(options, (thrown) =>
      log('error', 'a backup could not be encrypted', failureOf(thrown)),
    )
    if (went) home.tell(['backups'])
  }
  const waiting = encryptWaiting()
  const daily = options.backsUpDaily
    ? dailyBackups({ dataDir, clock, log, connection, looked: () => home.tell(['backups']) })
    : null
  const weekly = options.backsUpDaily
    ? weeklyChecks({ dataDir, clock, log, checked: () => home.tell(['backups']) })
    : null
  const drive = networkDriveOf(dataDir)
  if (drive !== null) log('warn', 'the data folder is on a network drive', { type: drive })
  const dispatch = dispatcher({
    connection,
    handlers,
    playbooks: ownPlaybooks(live, connection, ownFolder(dataDir)),
    assetsDir,
    dataDir,
    incoming,
    home,
    clock,
    // The id carries the engine's own clock, so that ids sort by it also where the clock is fixed.
    newId: () => uuidv7({ msecs: clock.nowMs() }),
    log,
    changed: notices.tell,
  })
  const running = new Set<Promise<unknown>>()
  const closing = new AbortController()

  const callUntrusted = async (name: unknown, input: unknown, options: JobOptions = {}) => {
    const signal = options.signal
      ? AbortSignal.any([options.signal, closing.signal])
      : closing.signal
    const answer = dispatch(name, input, { ...options, signal })
    running.add(answer)
    try {
      return await answer
    } finally {
      running.delete(answer)
    }
  }

  return {
    callUntrusted,
    // The contract pairs name, input and output; the untyped door behind it parses the input all the same.
    call: <N extends CallName>(name: N, input: InputOf<N>, options?: JobOptions) =>
      callUntrusted(name, input, options) as Promise<Result<OutputOf<N>>>,
    onChange: (listener) => notices.onChange(listener),
    close: async () => {
      closing.abort()
      await Promise.allSettled(running)
      notices.stop()
      await waiting
      await daily?.close()
      await weekly?.close()
      home.viewing.stop()
      await incoming.close()
      connection.close()
    },
  }
}
