import type { Backup } from '#contract/backups.ts'
import { bridge } from '../../bridge/bridge.ts'
import { UnlockDialog } from './unlock-dialog.tsx'
import type { Work } from './use-work.ts'
import { askToRestore } from './windows.ts'
import { kindText, momentText } from './words.ts'

/** An encrypted file from elsewhere, as it was handed over. */
type Elsewhere = Readonly<{ file: string; name: string }>
/** What is to be opened: a backup of the list, to be looked at, or one from elsewhere. */
export type Opening = Backup | Elsewhere

/** Asks for the passphrase of a backup, and goes on with it. */
export function OpenDialog({
  opening,
  onClose,
}: Readonly<{ opening: Opening; onClose: () => void }>) {
  if ('id' in opening)
    return (
      <UnlockDialog
        title="Look at this backup"
        description={`${momentText(opening.madeAt)} · ${kindText(opening.kind)}`}
        confirmLabel="Look at it"
        open={async (work, passphrase, key) =>
          (await work.run('Opening the backup…', 'backups.view', {
            id: opening.id,
            passphrase,
            ...(key === null ? {} : { key }),
          })) !== null
        }
        onClose={onClose}
      />
    )
  const { file, name } = opening
  const take = async (work: Work, passphrase: string, key: string | null) => {
    const input = { file, passphrase, ...(key === null ? {} : { key }) }
    const adopted = await work.run('Opening and checking the file…', 'backups.adopt', input)
    if (adopted !== null) askToRestore(adopted.value, passphrase)
    return adopted !== null
  }
  return (
    <UnlockDialog
      title="Open this file"
      description={name}
      confirmLabel="Open it"
      open={take}
      onClose={() => {
        // What was taken over is gone already; else it need not wait here any longer.
        void bridge.runJob(crypto.randomUUID(), 'transfer.discard', { file })
        onClose()
      }}
    />
  )
}
