import { z } from 'zod'
import { defineCall, nouns } from './call.ts'
import { knownPassphrase, newPassphrase } from './lock.ts'
import { instant } from './units.ts'

/** What a backup was made for. */
export const backupKind = z.enum([
  'daily',
  'manual',
  'before-import',
  'before-restore',
  'before-schema-change',
])
export type BackupKind = z.infer<typeof backupKind>

/** The name of a backup's file within its folder; nothing that leads out of it. */
const id = z.string().regex(/^[\w.-]+\.sqlite(?:\.age)?$/, 'Choose a backup of the list.')

const backup = z.strictObject({
  id,
  kind: backupKind,
  madeAt: instant,
  bytes: z.int(),
  /** Whether it needs a passphrase. */
  encrypted: z.boolean().default(false),
})
export type Backup = z.infer<typeof backup>

/** What happened to a data file that was found damaged, or not found where there had been one. */
export const recovery = z.strictObject({
  at: instant,
  /** The folder in which the damaged file stands, as it was found; null when there was no file. */
  setAside: z.string().nullable(),
  /** What there was of each kind; what there was nothing of is left out. */
  found: z.array(
    z.strictObject({
      /** In the words of the app: `sessions`, `stories` … */
      what: z.string(),
      /** How many could be read, and are in the data now. */
      n: z.int(),
      /** How many more there were; null where nobody can tell. */
      missing: z.int().nullable().default(null),
    }),
  ),
  /** The newest backup that is whole; null when there is none. */
  backup: backup.nullable(),
})
export type Recovery = z.infer<typeof recovery>

/** What came of the last look at the whole data file. */
export const lastCheck = z.strictObject({
  at: instant,
  /** In the words of SQLite; empty when the file is whole. */
  faults: z.array(z.string()),
})
export type LastCheck = z.infer<typeof lastCheck>

/** Why no backup could be made. */
export const backupFailure = z.strictObject({
  at: instant,
  /** In plain words; both may name a folder. */
  message: z.string(),
  hint: z.string().optional(),
})
export type BackupFailure = z.infer<typeof backupFailure>

/** How one part of the data would change: how many entries are added, changed and removed. */
const difference = z.strictObject({
  /** In the words of the app: `sessions`, `stories` … */
  what: z.string(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type BackupDifference = z.infer<typeof difference>

/** What every window has to say of the data before anything else. */
const state = z.strictObject({
  /** The backup that is looked at instead of the data, which can then not be changed; null for the data. */
  viewing: backup.nullable(),
  /** What happened to a damaged data file, until it is dismissed. */
  recovery: recovery.nullable(),
  /** The last full check, which is made once a week by itself; null before the first one. */
  lastCheck: lastCheck.nullable(),
  /** Why the last daily backup was not made; null when one was made since, or none was due and it could be made. */
  lastFailure: backupFailure.nullable(),
  /** The kind of network drive that the data folder is on, where the system tells; null for a disk of this computer. */
  networkDrive: z.string().nullable(),
})
export type BackupState = z.infer<typeof state>

/** Whether backups are encrypted from now on. */
const encryption = z.strictObject({
  /** `unknown`: the setting cannot be read, and no backup is made until it is switched on or off again. */
  state: z.enum(['on', 'off', 'unknown']),
  /** The key of the last time it was on, as its file is named: `loopready-key-<key>.age`; null before the first. */
  key: z.string().nullable(),
  /** False: no copy of the key's file is as it was written, and no backup is made while encryption is on. */
  keyIsThere: z.boolean(),
  /** How many of the backups are not encrypted. */
  unencrypted: z.int(),
})
export type BackupEncryption = z.infer<typeof encryption>

/** What opens an encrypted backup. Refused with the field `passphrase` or `key` where one is missing or another one. */
const openedBy = {
  passphrase: knownPassphrase.optional(),
  /** The file of its key, handed over (`transfer.receive`); kept once it has opened the backup. */
  key: z.uuid().optional(),
}
const opening = z.strictObject({ id, ...openedBy })

export const backupCalls = {
  /** What is shown and whether it is whole. Reads a few small files, and no folder. */
  'backups.state': defineCall({ kind: 'read', input: z.strictObject({}), output: state }),
  /** The backups, the newest first, and what the data takes on disk, in bytes. */
  'backups.list': defineCall({
    kind: 'read',
    input: z.strictObject({}),
    output: state.extend({
      folder: z.string(),
      /** Whether the folder can be reached: one on another disk may be gone. */
      folderIsThere: z.boolean(),
      /** Whether the folder is the one inside the data folder; false where it cannot be read which one was chosen. */
      isDefaultFolder: z.boolean(),
      backups: z.array(backup),
      encryption,
      /** Encrypted backups whose key's file is nowhere to be found, or is no key: nobody can open them. */
      withoutKey: z.array(z.string()),
      storage: z.strictObject({
        /** The data file with what belongs to it while it is open. */
        data: z.int(),
        backups: z.int(),
        /** Recordings of rehearsals. */
        recordings: z.int(),
        /** Everything else in the data folder: logs, the window's own files. */
        rest: z.int(),
      }),
    }),
  }),
  /**
   * Takes a file that was handed over (`transfer.receive`) among the backups, after a check of all of it. One that is
   * there already is only looked up. Fails with `storage` when it is no backup or damaged, `newer-file` when newer, and
   * with the field `passphrase` or `key` when an encrypted one does not open: then the file is held for another try.
   */
  'backups.adopt': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({ file: z.uuid(), ...openedBy }),
    output: backup,
  }),
  /** Copies the data as it is now, and checks the copy. It stays until it is removed by hand. */
  'backups.make': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({}),
    output: backup,
  }),
  /** What restoring a backup would change. Changes nothing. */
  'backups.preview': defineCall({
    kind: 'job',
    input: opening,
    output: z.strictObject({
      backup,
      /** Only what differs; empty when nothing does. */
      differences: z.array(difference),
    }),
  }),
  /**
   * Makes the data what it was in a backup, after a backup of what is here now: everything or nothing, in one
   * transaction that can be undone as one step. Fails with `storage` when the backup is damaged.
   */
  'backups.restore': defineCall({
    kind: 'job',
    changes: nouns,
    whileViewing: true,
    input: opening,
    output: z.strictObject({ differences: z.array(difference), before: backup }),
  }),
  /** Deletes a backup for good. */
  'backups.remove': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({ id }),
    output: z.strictObject({}),
  }),
  /** Shows a backup in place of the data, to be read only, in all windows of this engine, until `backups.leave`. */
  'backups.view': defineCall({
    kind: 'job',
    input: opening,
    output: backup,
  }),
  /**
   * Encrypts backups from now on, with a key that the passphrase opens: the one of the last time where it does, else a
   * new one. Fails with `conflict` when they are encrypted already.
   */
  'backups.encrypt': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({ passphrase: newPassphrase }),
    output: encryption,
  }),
  /** Leaves backups unencrypted from now on. Earlier ones stay as they are. */
  'backups.stopEncrypting': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({}),
    output: encryption,
  }),
  /** Locks the key with another passphrase, for all backups. Fails with `field: 'current'` for a wrong one. */
  'backups.changePassphrase': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({ current: knownPassphrase, passphrase: newPassphrase }),
    output: encryption,
  }),
  /** Encrypts the backups that are not, one after the other. Damaged ones stay as they are. */
  'backups.encryptEarlier': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({}),
    output: z.strictObject({ encrypted: z.int(), damaged: z.int() }),
  }),
  /** Deletes the backups that are not encrypted, for good. Fails with `conflict` where no other is left that is whole and has its key. */
  'backups.removeUnencrypted': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({}),
    output: z.strictObject({ removed: z.int() }),
  }),
  /** Takes the message about a damaged file away. The file stays where it was set aside. */
  'backups.dismissRecovery': defineCall({
    kind: 'job',
    changes: ['backups'],
    whileViewing: true,
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  /** Shows the data again. */
  'backups.leave': defineCall({
    kind: 'job',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
}
