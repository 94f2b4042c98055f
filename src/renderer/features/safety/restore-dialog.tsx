import { CircleCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Backup } from '#contract/backups.ts'
import type { OutputOf } from '#contract/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo, undo } from '../../bridge/history.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { KeyChoice, type ChosenKey } from './key-choice.tsx'
import { useWork } from './use-work.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { restoreWindow, type ToRestore } from './windows.ts'
import { kindText, momentText } from './words.ts'
import { WorkLine } from './work-line.tsx'
import './safety.css'

const form = 'safety-restore-unlock'

type Differences = OutputOf<'backups.preview'>['differences']
type Done = Readonly<{ differences: Differences; before: Backup; change: number | undefined }>

/** Restores a backup: first what would change, then the work, then what came of it with the way back. */
export function RestoreDialog({ backup, passphrase: typedBefore }: ToRestore) {
  const work = useWork()
  const { data: state } = useCall('backups.state', {})
  const [differences, setDifferences] = useState<Differences | null>(null)
  // One that was typed for a file from elsewhere may not be that of the backups here: it is only tried.
  const [typed, setTyped] = useState('')
  const [opens, setOpens] = useState(typedBefore)
  const [key, setKey] = useState<ChosenKey | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [isUndone, setUndone] = useState(false)
  const when = momentText(backup.madeAt)

  const { run } = work
  const preview = useEffectEvent(async (passphrase: string | null) => {
    const input = {
      id: backup.id,
      ...(passphrase === null ? {} : { passphrase }),
      ...(key === null ? {} : { key: key.file }),
    }
    setOpens(passphrase)
    const answer = await run('Comparing it with your data…', 'backups.preview', input)
    if (answer !== null) setDifferences(answer.value.differences)
  })
  useEffect(() => {
    // Not in the effect itself, where setting state would draw the window twice.
    if (!backup.encrypted || typedBefore !== null) queueMicrotask(() => void preview(typedBefore))
  }, [backup, typedBefore])
  const isAboutPassphrase = work.error?.field === 'passphrase'
  const isKeyChosen = key !== null && work.running === null
  const asks =
    backup.encrypted &&
    differences === null &&
    done === null &&
    (opens === null || isKeyChosen || isAboutPassphrase || work.error?.field === 'key')
  const unlock = () => {
    if (work.running === null) void preview(typed)
  }

  const restore = async () => {
    const answer = await run('Restoring the backup…', 'backups.restore', {
      id: backup.id,
      ...(opens === null ? {} : { passphrase: opens }),
    })
    if (answer === null) return
    setDone({ ...answer.value, change: answer.change })
    // What is restored is the data again, and what was said of a damaged file is settled.
    if ((state?.viewing ?? null) !== null)
      await bridge.runJob(crypto.randomUUID(), 'backups.leave', {})
    if ((state?.recovery ?? null) !== null)
      await bridge.runJob(crypto.randomUUID(), 'backups.dismissRecovery', {})
  }
  const close = () => {
    work.cancel()
    restoreWindow.set(null)
    if (done !== null && done.change !== undefined && !isUndone)
      offerUndo(`Restored the backup of ${when}.`, done.change)
  }
  const takeBack = async (change: number) => {
    setUndone(true)
    await undo(change)
    restoreWindow.set(null)
  }

  const isRestoring = work.running !== null && differences !== null
  return (
    <Dialog
      open
      title={done === null ? 'Restore this backup?' : 'Restored'}
      description={`${when} · ${kindText(backup.kind)}`}
      onClose={close}
      footer={
        done === null ? (
          <>
            {work.running === null ? (
              <Button onClick={close}>Cancel</Button>
            ) : (
              <Button pending={work.running.canceling} onClick={isRestoring ? work.cancel : close}>
                Cancel
              </Button>
            )}
            {asks ? (
              <Button variant="primary" type="submit" form={form}>
                Open it
              </Button>
            ) : (
              <Button
                variant="primary"
                pending={work.running !== null}
                disabled={differences === null || differences.length === 0}
                onClick={() => void restore()}
              >
                Restore it
              </Button>
            )}
          </>
        ) : (
          <>
            {done.change !== undefined && (
              <Button
                pending={isUndone}
                onClick={() => void (done.change !== undefined && takeBack(done.change))}
              >
                Undo
              </Button>
            )}
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          </>
        )
      }
    >
      <div className="safety-restore">
        {asks && (
          <PassphraseForm
            id={form}
            lead={
              typedBefore === null
                ? 'It is encrypted. Opening it takes a few seconds, which is what makes guessing slow.'
                : 'It stands among your own backups now. Type the passphrase of those.'
            }
            value={typed}
            error={
              isAboutPassphrase && typed !== '' && work.error !== null
                ? `${work.error.message} ${work.error.hint ?? ''}`
                : undefined
            }
            onValue={setTyped}
            onSend={unlock}
          />
        )}
        <WorkLine work={isAboutPassphrase ? { ...work, error: null } : work} />
        {asks && <KeyChoice work={work} chosen={key} onChosen={setKey} />}
        {done !== null ? (
          <output className="safety-done">
            <CircleCheck aria-hidden />
            <span>
              Your data is what it was on {when}. What was here before is in the backup of{' '}
              {momentText(done.before.madeAt)}, and Undo brings it back in one step.
            </span>
          </output>
        ) : differences === null ? null : differences.length === 0 ? (
          <p>Nothing differs: your data is what it was on {when}.</p>
        ) : (
          <>
            <DifferenceTable differences={differences} />
            <p className="safety-text">
              What is here now is backed up first. The restore is everything or nothing, and one
              step to undo.
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}

function DifferenceTable({ differences }: Readonly<{ differences: Differences }>) {
  return (
    <Table caption="What restoring it changes" hideCaption={false} className="safety-differences">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="ui-number">
            Come back
          </th>
          <th scope="col" className="ui-number">
            As they were
          </th>
          <th scope="col" className="ui-number">
            Go
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ what, added, changed, removed }) => (
          <tr key={what}>
            <th scope="row">{`${what.charAt(0).toUpperCase()}${what.slice(1)}`}</th>
            {[added, changed, removed].map((n, place) => (
              <td key={place} className="ui-number">
                {n === 0 ? <span className="safety-none">–</span> : n}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
