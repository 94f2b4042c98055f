import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BackupState } from '#contract/backups.ts'
import { nouns } from '#contract/call.ts'
import { formatDay } from '#domain/readable.ts'
import type { HandlersFor, JobContext } from '../handlers.ts'
import type { Home } from '../home.ts'
import { instantOf, wallClockOfInstant } from '../local-time.ts'
import { backupFolder, backupsIn, findBackup, storageOf } from './folder.ts'
import { dismissRecovery, recoveryOf } from '../recovery/notice.ts'
import { lastCheckOf } from './last-check.ts'
import { forgetFailure, lastFailureOf } from './last-failure.ts'
import { runBackupTask } from './run.ts'
import { Refusal } from '../refusal.ts'
import { networkDriveOf } from '../store/network-drive.ts'
import { dropOldBackups, removeBackup } from './automatic.ts'
import { lacksKey, type Opening } from './decrypt.ts'
import { encryptionState, switchOff } from './switching.ts'
import { removeUnencrypted } from './unencrypted.ts'
import { encryptWhatWaits } from './encrypt-waiting.ts'

export const backupHandlers: HandlersFor<'backups'> = {
  'backups.state': ({ home }) => stateOf(home),

  'backups.list': ({ home }) => {
    const { folder, isDefault, isKnown } = backupFolder(home.dataDir)
    const backups = backupsIn(folder)
    return {
      folder,
      isDefaultFolder: isDefault && isKnown,
      folderIsThere: isDefault || existsSync(folder),
      backups: [...backups],
      encryption: encryptionState(home.dataDir, folder),
      withoutKey: backups.flatMap(({ id }) => (lacksKey(home.dataDir, folder, id) ? [id] : [])),
      storage: storageOf(home.dataDir),
      ...stateOf(home),
    }
  },

  'backups.adopt': async (context, { file, key, passphrase }, options) => {
    const { incoming, home } = context
    const { path: place, name } = await incoming.backup(file)
    const opening = await openingOf(context, { passphrase, key })
    const task = { type: 'adopt', file: place, name, opening, ...sourceOf(context) } as const
    try {
      const { made } = await runBackupTask(task, options)
      if (made === null) throw new Error('a backup was taken over and not told')
      home.tell(['backups'])
      await incoming.drop(file)
      await dropKey(context, key)
      return made
    } catch (thrown) {
      // Held for another try with another passphrase or key; anything else will not do with it.
      if (!isAboutOpening(thrown)) await incoming.drop(file)
      throw thrown
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

  'backups.preview': async (context, { id, ...typed }, options) => {
    const { backup, file } = findBackup(context.home.dataDir, id)
    const opening = await openingOf(context, typed)
    const task = { type: 'preview', file, opening, ...sourceOf(context) } as const
    const { differences } = await runBackupTask(task, options)
    await dropKey(context, typed.key)
    return { backup, differences: [...differences] }
  },

  'backups.restore': async (context, { id, ...typed }, options) => {
    const { home, clock, holdWrites, committed } = context
    const { backup, file } = findBackup(home.dataDir, id)
    const { date, time } = wallClockOfInstant(backup.madeAt, clock.timeZone())
    const label = `Restore the backup of ${formatDay(date)}, ${time}`
    const opening = await openingOf(context, typed)
    const { made, differences, change } = await runBackupTask(
      { type: 'restore', file, opening, label, changes: nouns, ...sourceOf(context) },
      options,
      holdWrites,
    )
    if (made === null) throw new Error('a backup was made and not told')
    await dropKey(context, typed.key)
    dropOldBackups(home.dataDir, made)
    if (change !== null) committed(change)
    home.tell(['backups'])
    return { differences: [...differences], before: made }
  },

  'backups.remove': async ({ home }, { id }) => {
    const { file } = findBackup(home.dataDir, id)
    removeBackup(home.dataDir, path.dirname(file), id)
    home.tell(['backups'])
    return {}
  },

  'backups.view': async (context, { id, ...typed }, options) => {
    const { home } = context
    const { backup, file } = findBackup(home.dataDir, id)
    const opening = await openingOf(context, typed)
    const task = { type: 'copy', file, opening, ...sourceOf(context) } as const
    const { copy } = await runBackupTask(task, options)
    await dropKey(context, typed.key)
    if (copy === null) throw new Error('a backup was opened and not told')
    home.viewing.start(backup, copy)
    home.tell(nouns)
    return backup
  },

  'backups.encrypt': async (context, { passphrase }, options) => {
    const { home } = context
    const work = home.passphraseWork
    await runBackupTask({ type: 'encrypt', passphrase, work, ...sourceOf(context) }, options)
    return afterSwitch(context)
  },

  'backups.stopEncrypting': async (context) => {
    await switchOff(context.home.dataDir)
    return afterSwitch(context)
  },

  'backups.changePassphrase': async (context, { current, passphrase: next }, options) => {
    const { home } = context
    const task = { type: 'change-passphrase', current, next, work: home.passphraseWork } as const
    await runBackupTask({ ...task, ...sourceOf(context) }, options)
    return changedEncryption(home)
  },

  'backups.encryptEarlier': async (context, _, options) => {
    try {
      const task = { type: 'encrypt-earlier', ...sourceOf(context) } as const
      const { encrypted } = await runBackupTask(task, options)
      return { encrypted: encrypted.done, damaged: encrypted.damaged }
    } finally {
      // Also after a cancel: those that were done stay so.
      context.home.tell(['backups'])
    }
  },

  'backups.removeUnencrypted': async ({ home }) => {
    const removed = removeUnencrypted(home.dataDir, backupFolder(home.dataDir).folder)
    home.tell(['backups'])
    return { removed }
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

/** What was typed, with the path of a key's file that was handed over. */
async function openingOf({ incoming }: JobContext, { passphrase, key }: Opening): Promise<Opening> {
  return { passphrase, key: key === undefined ? undefined : (await incoming.backup(key)).path }
}

/** It has opened a backup, and is kept by now. */
async function dropKey({ incoming, home }: JobContext, key: string | undefined): Promise<void> {
  if (key === undefined) return
  await incoming.drop(key)
  home.tell(['backups'])
}

/** What waited for a key goes its way now. A failure of that is none of the switch. */
async function afterSwitch({ home, clock }: JobContext) {
  forgetFailure(home.dataDir)
  await encryptWhatWaits({ dataDir: home.dataDir, clock }, () => {})
  return changedEncryption(home)
}

function changedEncryption(home: Home) {
  home.tell(['backups'])
  return encryptionState(home.dataDir, backupFolder(home.dataDir).folder)
}

function isAboutOpening(thrown: unknown): boolean {
  return thrown instanceof Refusal && ['passphrase', 'key'].includes(thrown.error.field ?? '')
}

function stateOf(home: Home): BackupState {
  return {
    viewing: home.viewing.now()?.backup ?? null,
    recovery: recoveryOf(home.dataDir),
    lastCheck: lastCheckOf(home.dataDir),
    lastFailure: lastFailureOf(home.dataDir),
    networkDrive: networkDriveOf(home.dataDir),
  }
}

function sourceOf({ home, clock }: JobContext) {
  const now = instantOf(clock.nowMs())
  return { dataDir: home.dataDir, folder: backupFolder(home.dataDir).folder, now }
}
