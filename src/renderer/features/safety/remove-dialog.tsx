import type { Backup } from '#contract/backups.ts'
import { AlertDialog } from '../../ui/dialog.tsx'
import { bytesText, momentText } from './words.ts'

/** Asks before a backup is deleted: it is the one thing here that cannot be taken back. */
export function RemoveDialog({
  backup,
  onCancel,
  onConfirm,
}: Readonly<{ backup: Backup; onCancel: () => void; onConfirm: () => void }>) {
  return (
    <AlertDialog
      open
      title="Remove this backup?"
      confirmLabel="Remove it"
      danger
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      The backup of {momentText(backup.madeAt)} ({bytesText(backup.bytes)}) is deleted for good.
      Your data and the other backups stay as they are.
    </AlertDialog>
  )
}
