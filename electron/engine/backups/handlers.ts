import { existsSync, rmSync } from 'node:fs'
import type { BackupState } from '#contract/backups.ts'
import { nouns } from '#contract/call.ts'
import { formatDay } from '#domain/readable.ts'
import type { HandlersFor, JobContext } from '../handlers.ts'
import type { Home } from '../home.ts'
import { instantOf, wallClockOfInstant } from '../local-time.ts'
import { backupFolder, backupsIn, findBackup, storageOf } from './folder.ts'
import { dismissRecovery, recoveryOf } from '../recovery/recover.ts'
import { lastCheckOf } from './last-check.ts'
import { runBackupTask } from './run.ts'
import { dropOldBackups } from './automatic.ts'

export const backupHandlers: HandlersFor<'backups'> = {
  'backups.state': ({ home }) => stateOf(home),

  'backups.list': ({ home }) => {
    const { folder, isDefault } = backupFolder(home.dataDir)
    return {
      folder,
      isDefaultFolder: isDefault,
      folderIsThere: isDefault || existsSync(folder),
      backups: [...backupsIn(folder)],
      storage: storageOf(home.dataDir),
      ...stateOf(home),
    }
  },

  'backups.adopt': async (context, { file }, options) => {
    const { path: place, name } = context.incoming.get(file)
    const task = { type: 'adopt', file: place, name, ...sourceOf(context) } as const
    try {
      const { made } = await runBackupTask(task, options)
      if (made === null) throw new Error('a backup was taken over and not told')
      context.home.tell(['backups'])
      return made
    } finally {
      await context.incoming.drop(file)
    }
  },

  'backups.make': async (context, _, options) => {
    const { made } = await runBackupTask(
      { type: 'make', kind: 'manual', ...sourceOf(context) },
      options,
    )
    if (made === null) throw new Error('a backup was made and not told')
    context.home.tell(['backups'])
    return made
  },

  'backups.preview': async (context, { id }, options) => {
    const { backup, file } = findBackup(context.home.dataDir, id)
    const task = { type: 'preview', file, ...sourceOf(context) } as const
    const { differences } = await runBackupTask(task, options)
    return { backup, differences: [...differences] }
  },

  'backups.restore': async (context, { id }, options) => {
    const { home, clock, holdWrites, committed } = context
    const { backup, file } = findBackup(home.dataDir, id)
    const { date, time } = wallClockOfInstant(backup.madeAt, clock.timeZone())
    const label = `Restore the backup of ${formatDay(date)}, ${time}`
    const { made, differences, change } = await runBackupTask(
      { type: 'restore', file, label, changes: nouns, ...sourceOf(context) },
      options,
      holdWrites,
    )
    if (made === null) throw new Error('a backup was made and not told')
    dropOldBackups(home.dataDir, made.id)
    if (change !== null) committed(change)
    home.tell(['backups'])
    return { differences: [...differences], before: made }
  },

  'backups.remove': async ({ home }, { id }) => {
    rmSync(findBackup(home.dataDir, id).file, { force: true })
    home.tell(['backups'])
    return {}
  },

  'backups.view': async ({ home }, { id }) => {
    const backup = home.viewing.start(id)
    home.tell(nouns)
    return backup
  },

  'backups.dismissRecovery': async ({ home }) => {
    dismissRecovery(home.dataDir)
    home.tell(['backups'])
    return {}
  },

  'backups.leave': async ({ home }) => {
    home.viewing.stop()
    home.tell(nouns)
    return {}
  },
}

function stateOf(home: Home): BackupState {
  return {
    viewing: home.viewing.now()?.backup ?? null,
    recovery: recoveryOf(home.dataDir),
    lastCheck: lastCheckOf(home.dataDir),
  }
}

function sourceOf({ home, clock }: JobContext) {
  const now = instantOf(clock.nowMs())
  return { dataDir: home.dataDir, folder: backupFolder(home.dataDir).folder, now }
}
