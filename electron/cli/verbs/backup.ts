import { copyFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { decimals, formatDay } from '#domain/readable.ts'
import { backupFolder, chooseBackupFolder } from '#engine/backups/folder.ts'
import { lock, lockedEnding } from '#engine/lock/age.ts'
import { complain, valueOf } from '../complaint.ts'
import { reasonNotWritten } from '../not-written.ts'
import { fileAt, saveFile } from '../out-file.ts'
import { newPassphrase, passphraseFile } from '../passphrase.ts'
import { defineVerb } from '../verb.ts'

/** Makes a backup; lists those there are; says where they go. */
export const backup = defineVerb({
  name: 'backup',
  operands: '',
  takes: [0, 0],
  summary: 'Make a backup, list the backups, or choose their folder',
  details: `Backups are made by themselves: daily when something changed, and before an import, a restore and a change of the
file's schema. This makes one more, which stays until you remove it. A copy whose name ends in .age is encrypted with a
passphrase, in the format of the program "age"; nobody can open it when the passphrase is lost. The backups in their
folder are not encrypted.

Examples
  loopready backup
  loopready backup --out /media/usb/loopready.sqlite
  loopready backup --out /media/usb/loopready.sqlite.age
  loopready backup --list`,
  options: {
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Copy the new backup there as well; FILE.age is encrypted.',
    },
    'passphrase-file': passphraseFile,
    list: { type: 'flag', help: 'List the backups, the newest first, and make none.' },
    folder: {
      type: 'text',
      value: 'DIR',
      help: 'Keep backups there from now on; "" is the usual place.',
    },
    json: { type: 'flag', help: 'Print JSON: the backup made, or the list of them.' },
  },
  run: async (terminal, { out, list, folder, 'passphrase-file': secret, json }) => {
    if (folder !== undefined)
      await chooseBackupFolder(terminal.dataDir(), folder === '' ? null : terminal.pathOf(folder))
    if (list) {
      const listed = valueOf(await terminal.engine().call('backups.list', {}))
      if (json) return terminal.print(JSON.stringify(listed, null, 2))
      terminal.print(`Backups in ${listed.folder}:`)
      for (const { id, madeAt, kind, bytes } of listed.backups)
        terminal.print(`  ${madeAt}  ${kind.padEnd(20)}  ${kilobytes(bytes).padStart(10)}  ${id}`)
      return
    }
    const place =
      out === undefined ? null : await fileAt(terminal.pathOf(out), out, 'loopready.sqlite')
    const isLocked = place?.toLowerCase().endsWith(lockedEnding) === true
    // Asked for before the work, and not after it.
    const passphrase = isLocked ? await newPassphrase(terminal, secret) : null
    const made = valueOf(await terminal.engine().call('backups.make', {}))
    const file = path.join(backupFolder(terminal.dataDir()).folder, made.id)
    if (place !== null && passphrase !== null)
      await saveFile(place, out ?? '', await lock(await readFile(file), passphrase))
    else if (place !== null) await copyTo(file, place, out ?? '')
    terminal.print(
      json
        ? JSON.stringify({ ...made, file: place ?? file }, null, 2)
        : `Backed up to ${place ?? file} (${kilobytes(made.bytes)}), and checked it${isLocked ? ' before it was encrypted' : ''}.`,
    )
  },
})

async function copyTo(file: string, place: string, typed: string): Promise<void> {
  try {
    await copyFile(file, place)
  } catch (error) {
    complain(
      `"${typed}" cannot be written: ${reasonNotWritten(error)}. The backup stands at ${file}.`,
    )
  }
}

function kilobytes(bytes: number): string {
  return `${decimals(bytes / 1000, 0)} kB`
}

/** When a backup was made, for people. */
export function momentOf(madeAt: string): string {
  return `${formatDay(madeAt.slice(0, 10) as Parameters<typeof formatDay>[0])}, ${madeAt.slice(11, 16)} UTC`
}
