import { CircleAlert, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { BackupFolderChoice } from '#contract/bridge.ts'
import type { CallError } from '#contract/errors.ts'
import type { OutputOf } from '#contract/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.ts'

/** Where the backups go, and how to have them elsewhere. */
export function FolderCard({
  data,
  onChanged,
}: Readonly<{ data: OutputOf<'backups.list'>; onChanged: () => void }>) {
  const [error, setError] = useState<CallError | null>(null)
  const choose = async (which: BackupFolderChoice) => {
    const answer = await bridge.chooseBackupFolder(which)
    setError(answer.ok ? null : answer.error)
    if (!answer.ok || !answer.value) return
    onChanged()
    showToast({ message: 'New backups go there from now on. Earlier ones stay where they are.' })
  }
  return (
    <Card
      title="Where backups go"
      lead="A folder on another disk keeps them safe when this one fails."
    >
      <p className="safety-path">
        <FolderOpen aria-hidden />
        <code>{data.folder}</code>
      </p>
      {bridge.shell === 'desktop' ? (
        <div className="safety-actions">
          <Button size="s" onClick={() => void choose('ask')}>
            Choose another folder…
          </Button>
          {!data.isDefaultFolder && (
            <Button size="s" variant="quiet" onClick={() => void choose('usual')}>
              Use the usual folder
            </Button>
          )}
        </div>
      ) : (
        <p className="safety-text">
          A browser cannot choose a folder. Choose it in the terminal:{' '}
          <code>loopready backup --folder DIR</code>
          {!data.isDefaultFolder && (
            <>
              ; <code>--folder &quot;&quot;</code> is the usual one
            </>
          )}
          .
        </p>
      )}
      {error !== null && (
        <Notice tone="negative" role="alert" icon={<CircleAlert aria-hidden />}>
          <p>
            <strong>{error.message}</strong> {error.hint}
          </p>
        </Notice>
      )}
    </Card>
  )
}
