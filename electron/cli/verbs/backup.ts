import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BackupEncryption } from '#contract/backups.ts'
import { decimals, formatCount, formatDay } from '#domain/readable.ts'
import { backupFolder, chooseBackupFolder } from '#engine/backups/folder.ts'
import { lock, lockedEnding } from '#engine/lock/age.ts'
import { keyFileName } from '#engine/lock/keys.ts'
import { copyTo, placeOfKey } from '../backup-copy.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, force, saveFile } from '../out-file.ts'
import { knownPassphrase, newPassphrase, nextPassphrase, passphraseFile } from '../passphrase.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Makes a backup; lists those there are; says where they go. */
export const backup = defineVerb({
  name: 'backup',
  operands: '',
  takes: [0, 0],
  summary: 'Make a backup, list the backups, or choose their folder',
  details: `Backups are made automatically: daily when something changed, and before an import, a restore and a change of the
file's schema. This makes one more, which stays until you remove it.

A copy (--out) whose name ends in .age is encrypted with a passphrase, in the format of the program "age". With
--encrypt all backups are, from then on, with a key that is locked with one passphrase; the file of the key stands
beside them, and a copy with --out gets it beside itself. Nobody can open a backup when its passphrase is lost.

Examples
  loopready backup
  loopready backup --out /media/usb/loopready.sqlite
  loopready backup --out /media/usb/loopready.sqlite.age
  loopready backup --list
  loopready backup --encrypt`,
  options: {
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Copy the new backup there as well; FILE.age is encrypted.',
    },
    force,
    'passphrase-file': passphraseFile,
    list: { type: 'flag', help: 'List the backups, the newest first, and make none.' },
    folder: {
      type: 'text',
      value: 'DIR',
      help: 'Keep backups there from now on; "" is the usual place.',
    },
    encrypt: { type: 'flag', help: 'Encrypt backups from now on, with a passphrase.' },
    'encrypt-earlier': { type: 'flag', help: 'Encrypt the backups that are not.' },
    'remove-unencrypted': {
      type: 'flag',
      help: 'Delete the backups that are not encrypted, for good.',
    },
    'change-passphrase': { type: 'flag', help: 'Give all encrypted backups another passphrase.' },
    'new-passphrase-file': {
      type: 'text',
      value: 'FILE',
      help: 'Read the other passphrase from the first line of a file.',
    },
    'stop-encrypting': {
      type: 'flag',
      help: 'Make backups without encryption from now on; earlier ones stay as they are.',
    },
    json: { type: 'flag', help: 'Print JSON: the backup made, or the list of them.' },
  },
  run: async (terminal, given) => {
    const { out, force: isForced, list, folder, 'passphrase-file': secret, json } = given
    if (folder !== undefined)
      await chooseBackupFolder(terminal.dataDir(), folder === '' ? null : terminal.pathOf(folder))
    if (await setEncryption(terminal, given)) return
    if (list) {
      const listed = valueOf(await terminal.engine().call('backups.list', {}))
      if (json) return terminal.print(JSON.stringify(listed, null, 2))
      terminal.print(`Backups in ${listed.folder}:`)
      for (const { id, madeAt, kind, bytes } of listed.backups)
        terminal.print(
          `  ${madeAt}  ${kind.padEnd(20)}  ${kilobytes(bytes).padStart(10)}  ${id}${listed.withoutKey.includes(id) ? '  (its key file is missing or damaged)' : ''}`,
        )
      terminal.print(encryptionLine(listed.encryption))
      return
    }
    const place =
      out === undefined ? null : await fileAt(terminal, out, 'loopready.sqlite', isForced)
    const isLocked = place?.toLowerCase().endsWith(lockedEnding) === true
    const { state, key } = valueOf(await terminal.engine().call('backups.list', {})).encryption
    if (state === 'on' && place !== null && !isLocked)
      complain(`Backups are encrypted. Name the copy "${out ?? ''}${lockedEnding}".`)
    const besides =
      state === 'on' && place !== null && key !== null
        ? await placeOfKey(terminal, path.dirname(place), keyFileName(key), isForced)
        : null
    // Asked for before the work, and not after it.
    const passphrase = isLocked && state === 'off' ? await newPassphrase(terminal, secret) : null
    const made = valueOf(await terminal.engine().call('backups.make', {}))
    const file = path.join(backupFolder(terminal.dataDir()).folder, made.id)
    if (place !== null && passphrase !== null)
      await saveFile(place, out ?? '', await lock(await readFile(file), passphrase))
    else if (place !== null) await copyTo(file, place, out ?? '')
    if (besides !== null) {
      const name = path.basename(besides)
      await copyTo(path.join(path.dirname(file), name), besides, name)
    }
    terminal.print(
      json
        ? JSON.stringify({ ...made, file: place ?? file }, null, 2)
        : `Backed up to ${place ?? file} (${kilobytes(made.bytes)}), and checked it${isLocked || made.encrypted ? ' before it was encrypted' : ''}.`,
    )
  },
})

/** Carries out what was said of encryption; false when nothing was. */
async function setEncryption(
  terminal: Terminal,
  given: Readonly<{
    encrypt: boolean
    'encrypt-earlier': boolean
    'remove-unencrypted': boolean
    'change-passphrase': boolean
    'stop-encrypting': boolean
    'passphrase-file': string | undefined
    'new-passphrase-file': string | undefined
  }>,
): Promise<boolean> {
  const engine = terminal.engine()
  const { 'passphrase-file': secret, 'new-passphrase-file': next } = given
  if (given['stop-encrypting']) {
    valueOf(await engine.call('backups.stopEncrypting', {}))
    terminal.print('Backups are not encrypted from now on. Earlier ones keep their passphrase.')
    return true
  }
  if (given['change-passphrase']) {
    const current = await knownPassphrase(terminal, secret)
    const passphrase = await nextPassphrase(terminal, next)
    valueOf(await engine.call('backups.changePassphrase', { current, passphrase }))
    terminal.print('All encrypted backups open with the new passphrase.')
    return true
  }
  if (given.encrypt) {
    const passphrase = await newPassphrase(terminal, secret)
    const found = valueOf(await engine.call('backups.encrypt', { passphrase }))
    terminal.print(encryptionLine(found))
    terminal.print('Nobody can open them when the passphrase is lost.')
  }
  if (given['encrypt-earlier']) {
    const { encrypted, damaged } = valueOf(await engine.call('backups.encryptEarlier', {}))
    terminal.print(
      `Encrypted earlier backups: ${encrypted}.${damaged > 0 ? ` Damaged ones left as they are: ${damaged}.` : ''}`,
    )
  }
  if (given['remove-unencrypted']) {
    const { removed } = valueOf(await engine.call('backups.removeUnencrypted', {}))
    terminal.print(`Removed backups that were not encrypted: ${removed}.`)
  }
  return given.encrypt || given['encrypt-earlier'] || given['remove-unencrypted']
}

function encryptionLine({ state, key, keyIsThere, unencrypted }: BackupEncryption): string {
  if (state === 'unknown')
    return 'Whether they are encrypted cannot be read: switch it on or off with --encrypt or --stop-encrypting.'
  if (state === 'off') return 'New backups are not encrypted.'
  if (!keyIsThere)
    return `The key file ${keyFileName(key ?? '')} is missing: no backup can be made.`
  const plain = formatCount(unencrypted, { one: 'earlier one is', many: 'earlier ones are' })
  const earlier = unencrypted === 0 ? '' : ` ${plain} not: see --encrypt-earlier.`
  return `New backups are encrypted; their key is ${keyFileName(key ?? '')}, beside them.${earlier}`
}

function kilobytes(bytes: number): string {
  return `${decimals(bytes / 1000, 0)} kB`
}

/** When a backup was made, for people. */
export function momentOf(madeAt: string): string {
  return `${formatDay(madeAt.slice(0, 10) as Parameters<typeof formatDay>[0])}, ${madeAt.slice(11, 16)} UTC`
}
