import path from 'node:path'
import type { Backup, BackupDifference } from '#contract/backups.ts'
import { adoptBackup } from '#engine/backups/adopt.ts'
import { isEncryptedFile } from '#engine/backups/decrypt.ts'
import { backupFolder, backupsIn } from '#engine/backups/folder.ts'
import type { Work } from '#engine/jobs/work.ts'
import { complain, valueOf } from '../complaint.ts'
import { knownPassphrase, passphraseFile } from '../passphrase.ts'
import { defineVerb, type Terminal } from '../verb.ts'
import { momentOf } from './backup.ts'

/** Makes the data what it was in a backup. */
export const restore = defineVerb({
  name: 'restore',
  operands: '<backup>',
  takes: [1, 1],
  summary: 'Make the data what it was in a backup',
  details: `<backup> is a file, or one of the names that "backup --list" prints. What is here now is backed up first, and the
restore is one step for "undo". An encrypted backup (.age) asks for its passphrase; the file of its key is looked for
beside it and among the keys of this data folder. A file from elsewhere stands among the backups from then on.

Examples
  loopready restore /media/usb/loopready.sqlite --dry-run
  loopready restore loopready-20261124T101500Z-daily.sqlite`,
  options: {
    'passphrase-file': passphraseFile,
    'dry-run': { type: 'flag', help: 'Say what would change, and change nothing.' },
    json: { type: 'flag', help: 'Print JSON: { backup, differences }.' },
  },
  run: async (terminal, { 'passphrase-file': secret, 'dry-run': isDry, json }, [typed = '']) => {
    const dataDir = terminal.dataDir()
    // Opened first: it makes a folder that is new, and says what is wrong with one that cannot be used.
    const engine = terminal.engine()
    const { folder } = backupFolder(dataDir)
    const known = backupsIn(folder).find(({ id }) => id === typed)
    const place = known ? path.join(folder, known.id) : terminal.pathOf(typed)
    const opened = isEncryptedFile(place)
      ? { passphrase: await knownPassphrase(terminal, secret) }
      : undefined
    const backup = known ?? (await adoptBackup(dataDir, { file: place, ...opened }, quietly))
    const opening = known ? opened : await openingOf(terminal, backup, opened, secret)
    const input = { id: backup.id, ...opening }
    const { differences } = isDry
      ? valueOf(await engine.call('backups.preview', input))
      : valueOf(await engine.call('backups.restore', input))
    if (json) return terminal.print(JSON.stringify({ backup, differences }, null, 2))
    const when = momentOf(backup.madeAt)
    if (differences.length === 0) return terminal.print(`The data is what it was on ${when}.`)
    terminal.print(
      isDry ? `The backup of ${when} would change:` : `Restored the backup of ${when}:`,
    )
    for (const difference of differences) terminal.print(`  ${told(difference)}`)
  },
})

/** Nobody waits for how far it is, and Ctrl+C ends all of it. */
const quietly: Work = { checkCancel() {}, progress() {} }

/**
 * What opens a backup that stands among the others now: one from elsewhere has the key of this folder from then on,
 * whose passphrase may be another one.
 */
async function openingOf(
  terminal: Terminal,
  { id, encrypted }: Backup,
  opened: Readonly<{ passphrase: string }> | undefined,
  secret: string | undefined,
): Promise<Readonly<{ passphrase?: string }>> {
  if (!encrypted) return {}
  if (opened === undefined) return { passphrase: await knownPassphrase(terminal, secret) }
  const tried = await terminal.engine().call('backups.preview', { id, ...opened })
  if (tried.ok || tried.error.field !== 'passphrase') return opened
  const own = await terminal.askSecret('Passphrase of your own backups: ')
  return own === null
    ? complain(
        `The backup stands among yours now, with your own passphrase: loopready restore ${id}`,
      )
    : { passphrase: own }
}

function told({ what, added, changed, removed }: BackupDifference): string {
  const parts = [
    added > 0 ? `${added} come back` : '',
    changed > 0 ? `${changed} as they were` : '',
    removed > 0 ? `${removed} go` : '',
  ]
  return `${what}: ${parts.filter(Boolean).join(', ')}`
}
