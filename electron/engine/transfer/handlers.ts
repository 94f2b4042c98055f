import type { OutputOf, ParsedInputOf } from '#contract/index.ts'
import { transferCalls } from '#contract/transfer.ts'
import type { JobOptions } from '../api.ts'
import { dropOldBackups } from '../backups/automatic.ts'
import { backupFolder } from '../backups/folder.ts'
import { runBackupTask } from '../backups/run.ts'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import type { HandlersFor, JobContext } from '../handlers.ts'
import { isLocked, lockedEnding } from '../lock/age.ts'
import { runLockTask } from '../lock/run.ts'
import { instantOf } from '../local-time.ts'
import { nounVersions } from '../noun-versions.ts'
import { findProfile } from '../profile/store.ts'
import { keptPage } from './kept-preview.ts'
import { findPlan, playbookCategories } from './plan.ts'
import { runTransfer } from './run.ts'
import type { TaskName, TaskOf, TaskOutput } from './tasks.ts'

const { changes } = transferCalls['transfer.import']

export const transferHandlers: HandlersFor<'transfer'> = {
  'transfer.receive': async ({ incoming }, { name, bytes }) => {
    const file = await incoming.receive(name, bytes)
    return { file: file.id, name: file.name, bytes: file.bytes, locked: isLocked(bytes) }
  },

  'transfer.unlock': async ({ incoming }, { file: id, passphrase }, options) => {
    const locked = incoming.get(id)
    const task = { type: 'unlock', bytes: await readFile(locked.path), passphrase } as const
    const bytes = await runLockTask(task, options)
    const name = locked.name.replace(/\.age$/i, '')
    const file = await incoming.receive(name, bytes)
    await incoming.drop(id)
    return { file: file.id, name: file.name, bytes: file.bytes, locked: isLocked(bytes) }
  },

  'transfer.inspect': async (context, input, options) =>
    run(context, { type: 'inspect', ...onFile(context, input.file) }, options),

  'transfer.preview': preview,

  'transfer.import': async (context, input, options) => {
    await backUp(context, options)
    const output = await run(
      context,
      { type: 'import', input, changes, ...onFile(context, input.file) },
      options,
    )
    await context.incoming.drop(input.file)
    return output
  },

  'transfer.discard': async ({ incoming }, { file }) => {
    await incoming.drop(file)
    return {}
  },

  'transfer.export': async (context, { passphrase, ...input }, options) => {
    const task = { type: 'export', input, playbooks: context.snapshot(playbookCategories) } as const
    const written = await run(context, task, options)
    if (passphrase === undefined) return written
    const bytes = await runLockTask({ type: 'lock', bytes: written.bytes, passphrase }, options)
    return { ...written, bytes, fileName: `${written.fileName}${lockedEnding}` }
  },
}

/**
 * A preview, or another page of the one before where all that it rests on is as it was: then the file is not read
 * again. What the clock says counts by the hour: a page must not differ from the one before it in what it calls new,
 * and the import reads the file itself in any case.
 */
async function preview(
  context: JobContext,
  input: ParsedInputOf<'transfer.preview'>,
  options: JobOptions,
): Promise<OutputOf<'transfer.preview'>> {
  const { incoming, dataDir, clock } = context
  const { file: id, mapping, existing, show, offset, limit } = input
  const of = onFile(context, id)
  const basis = JSON.stringify([
    mapping,
    existing,
    [of.plan?.level, of.plan?.dayStartsAt],
    [...of.playbooks],
    [...context.snapshot(({ db }) => nounVersions(db))],
    dataDir,
    clock.timeZone(),
    Math.floor(clock.nowMs() / 3_600_000),
  ])
  const kept = incoming.preview(id)
  // Another engine sweeps up what is a day old.
  if (kept?.basis === basis && existsSync(kept.rows)) {
    const { head } = kept
    return {
      ...head,
      total: show === undefined ? head.counts.rows : head.counts[show],
      rows: keptPage(kept.rows, show, offset, limit),
    }
  }
  const keepAt = incoming.pathOfRows(id)
  try {
    const found = await run(context, { type: 'preview', input, keepAt, ...of }, options)
    const { total: _, rows: __, ...head } = found
    await incoming.keepPreview(id, { basis, head, rows: keepAt })
    return found
  } catch (thrown) {
    await rm(keepAt, { force: true })
    throw thrown
  }
}

/** A backup before the import, unless there is nothing yet that could be lost. Without it nothing is imported. */
async function backUp({ snapshot, home, clock }: JobContext, { signal }: JobOptions) {
  if (snapshot(({ db }) => findProfile(db)) === undefined) return
  const { folder } = backupFolder(home.dataDir)
  const task = { type: 'make', kind: 'before-import', dataDir: home.dataDir, folder } as const
  const { made } = await runBackupTask(
    { ...task, now: instantOf(clock.nowMs()) },
    signal ? { signal } : {},
  )
  if (made !== null) dropOldBackups(home.dataDir, made)
  home.tell(['backups'])
}

function onFile({ incoming, snapshot }: JobContext, id: string) {
  return {
    file: incoming.get(id),
    plan: snapshot(findPlan),
    playbooks: snapshot(playbookCategories),
  }
}

async function run<T extends TaskName>(
  { dataDir, clock, holdWrites, committed }: JobContext,
  task: TaskOf<T>,
  options: JobOptions,
): Promise<TaskOutput<T>> {
  const moment = { nowMs: clock.nowMs(), timeZone: clock.timeZone() }
  const { value, change } = await runTransfer(task, { dataDir, moment, holdWrites }, options)
  if (change !== null) committed(change)
  return value
}
