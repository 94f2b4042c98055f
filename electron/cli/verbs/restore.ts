import type { Backup, BackupDifference } from '#contract/backups.ts'
import { adoptLocked } from '#engine/backups/adopt-locked.ts'
import { adoptBackup } from '#engine/backups/adopt.ts'
import { backupFolder, backupsIn } from '#engine/backups/folder.ts'
import { valueOf } from '../complaint.ts'
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
restore is one step for "undo". An encrypted backup (.age) asks for its passphrase, and stands in the folder of the
backups from then on, not encrypted.

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
    const known = backupsIn(backupFolder(dataDir).folder).find(({ id }) => id === typed)
    const { id } = known ?? (await adopt(terminal, dataDir, terminal.pathOf(typed), secret))
    const { backup, differences } = valueOf(await engine.call('backups.preview', { id }))
    if (!isDry) valueOf(await engine.call('backups.restore', { id }))
    if (json) return terminal.print(JSON.stringify({ backup, differences }, null, 2))
    const when = momentOf(backup.madeAt)
    if (differences.length === 0) return terminal.print(`The data is what it was on ${when}.`)
    terminal.print(
      isDry ? `The backup of ${when} would change:` : `Restored the backup of ${when}:`,
    )
    for (const difference of differences) terminal.print(`  ${told(difference)}`)
  },
})

async function adopt(
  terminal: Terminal,
  dataDir: string,
  file: string,
  secret: string | undefined,
): Promise<Backup> {
  const passphrase = () => knownPassphrase(terminal, secret)
  return (await adoptLocked(dataDir, file, passphrase)) ?? adoptBackup(dataDir, file)
}

function told({ what, added, changed, removed }: BackupDifference): string {
  const parts = [
    added > 0 ? `${added} come back` : '',
    changed > 0 ? `${changed} as they were` : '',
    removed > 0 ? `${removed} go` : '',
  ]
  return `${what}: ${parts.filter(Boolean).join(', ')}`
}
