import { Archive, Eye, FolderInput, Lock, RotateCcw, Trash2 } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Backup } from '#contract/backups.ts'
import type { OutputOf } from '#contract/index.ts'
import { formatCount } from '#domain/readable.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.ts'
import type { Opening } from './open-dialog.tsx'
import { useWork } from './use-work.ts'
import { askToRestore } from './windows.ts'
import { bytesText, kindText, momentText } from './words.ts'
import { WorkLine } from './work-line.tsx'

const OpenDialog = lazy(() =>
  import('./open-dialog.tsx').then((module) => ({ default: module.OpenDialog })),
)
const RemoveDialog = lazy(() =>
  import('./remove-dialog.tsx').then((module) => ({ default: module.RemoveDialog })),
)

/** How many are shown before the rest is asked for. */
const shownAtFirst = 8

/** The backups, the newest first, and what can be done with them. */
export function BackupsCard({ data }: Readonly<{ data: OutputOf<'backups.list'> }>) {
  const work = useWork()
  const [showsAll, setShowsAll] = useState(false)
  const [opening, setOpening] = useState<Opening | null>(null)
  const [leaving, setLeaving] = useState<Backup | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const { backups, viewing, withoutKey } = data
  const shown = showsAll ? backups : backups.slice(0, shownAtFirst)

  const make = async () => {
    const made = await work.run('Making a backup…', 'backups.make', {})
    if (made !== null)
      showToast({ message: `Backed up and checked: ${bytesText(made.value.bytes)}.` })
  }
  const fromFile = async () => {
    const chosen = await bridge.chooseBackupFile()
    if (!chosen.ok) return work.fail(chosen.error)
    if (chosen.value === null) return
    const { file, name, locked } = chosen.value
    if (locked) return setOpening({ file, name })
    const adopted = await work.run('Checking the file…', 'backups.adopt', { file })
    if (adopted !== null) askToRestore(adopted.value)
  }
  const look = async (backup: Backup) => {
    if (backup.encrypted) return setOpening(backup)
    await work.run('Opening the backup…', 'backups.view', { id: backup.id })
  }
  const remove = async (backup: Backup) => {
    setLeaving(null)
    list.current?.focus()
    const done = await work.run('Removing the backup…', 'backups.remove', { id: backup.id })
    if (done !== null)
      showToast({ message: `The backup of ${momentText(backup.madeAt)} is removed.` })
  }

  return (
    <Card
      title="Backups"
      lead={
        backups.length === 0
          ? 'Daily when something changed, and before every import, restore and update.'
          : `${formatCount(backups.length, { one: 'backup', many: 'backups' })}. Kept are 7 daily, 4 weekly and 12 monthly ones, and those made by hand.`
      }
      actions={
        <Button
          variant="primary"
          size="s"
          icon={<Archive aria-hidden />}
          pending={work.running !== null}
          onClick={() => void make()}
        >
          Back up now
        </Button>
      }
    >
      <WorkLine work={work} />
      {!data.folderIsThere && (
        <Notice tone="caution">
          The folder of the backups cannot be reached. If it is on another disk, connect it, or
          choose another folder below.
        </Notice>
      )}
      {backups.length === 0 ? (
        <EmptyState icon={<Archive />} title="There is no backup here yet" compact>
          The first is made by itself once you have logged something.
        </EmptyState>
      ) : (
        <ul ref={list} className="safety-backups" tabIndex={-1} aria-label="Backups, newest first">
          {shown.map((backup) => (
            <Row
              key={backup.id}
              backup={backup}
              lacksKey={withoutKey.includes(backup.id)}
              isShown={viewing?.id === backup.id}
              isBusy={work.running !== null}
              onLook={() => void look(backup)}
              onRemove={() => {
                setLeaving(backup)
              }}
            />
          ))}
        </ul>
      )}
      <div className="safety-actions">
        {backups.length > shownAtFirst && (
          <Button
            size="s"
            variant="quiet"
            aria-expanded={showsAll}
            onClick={() => {
              setShowsAll(!showsAll)
            }}
          >
            {showsAll ? 'Show fewer' : `Show all ${backups.length}`}
          </Button>
        )}
        <Button
          size="s"
          icon={<FolderInput aria-hidden />}
          pending={work.running !== null}
          onClick={() => void fromFile()}
        >
          Restore from a file…
        </Button>
      </div>
      <Suspense fallback={null}>
        {opening !== null && (
          <OpenDialog
            opening={opening}
            onClose={() => {
              setOpening(null)
            }}
          />
        )}
        {leaving !== null && (
          <RemoveDialog
            backup={leaving}
            onCancel={() => {
              setLeaving(null)
            }}
            onConfirm={() => void remove(leaving)}
          />
        )}
      </Suspense>
    </Card>
  )
}

function Row({
  backup,
  lacksKey,
  isShown,
  isBusy,
  onLook,
  onRemove,
}: Readonly<{
  backup: Backup
  lacksKey: boolean
  isShown: boolean
  isBusy: boolean
  onLook: () => void
  onRemove: () => void
}>) {
  const when = momentText(backup.madeAt)
  return (
    <li>
      <span className="safety-backup-text">
        <strong>{when}</strong>
        <span>
          {kindText(backup.kind)} · <span className="ui-number">{bytesText(backup.bytes)}</span>
          {backup.encrypted && (
            <>
              {' · '}
              <Lock aria-hidden /> Encrypted
            </>
          )}
        </span>
        {lacksKey && (
          <span className="safety-no-key">
            Its key file is missing or damaged: opening it asks for that file.
          </span>
        )}
      </span>
      <span className="safety-row-actions">
        {isShown ? (
          <span className="safety-shown">Shown now</span>
        ) : (
          <Button
            size="s"
            variant="quiet"
            icon={<Eye aria-hidden />}
            pending={isBusy}
            aria-label={`Look at the backup of ${when}`}
            onClick={onLook}
          >
            Look
          </Button>
        )}
        <Button
          size="s"
          icon={<RotateCcw aria-hidden />}
          aria-haspopup="dialog"
          aria-label={`Restore the backup of ${when}…`}
          onClick={() => {
            askToRestore(backup)
          }}
        >
          Restore…
        </Button>
        <IconButton
          size="s"
          label={`Remove the backup of ${when}`}
          icon={<Trash2 aria-hidden />}
          disabled={isShown}
          onClick={onRemove}
        />
      </span>
    </li>
  )
}
