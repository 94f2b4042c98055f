import type { Recovery } from '#contract/backups.ts'
import { missingText, readText } from '#domain/recovery-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useWork } from './use-work.ts'
import { askToRestore, recoveryRead } from './windows.ts'
import { kindText, momentText } from './words.ts'
import { WorkLine } from './work-line.tsx'
import './safety.css'

/** Says exactly what happened to a data file that was found damaged, or not at all, and asks how to go on. */
export function RecoveryDialog({ recovery }: Readonly<{ recovery: Recovery }>) {
  const work = useWork()
  const { backup, found, setAside } = recovery
  const missing = missingText(found)
  const isMissing = setAside === null
  const later = () => {
    recoveryRead.set(true)
  }
  const keep = async () => {
    await work.run('Keeping what was read…', 'backups.dismissRecovery', {})
  }
  return (
    <Dialog
      open
      title={isMissing ? 'The data file is missing' : 'The data file was damaged'}
      description={`Found at the start on ${momentText(recovery.at)}.`}
      onClose={later}
      footer={
        <>
          <Button onClick={later}>Decide later</Button>
          <Button
            variant={backup === null ? 'primary' : 'secondary'}
            pending={work.running !== null}
            onClick={() => void keep()}
          >
            {isMissing ? 'Begin anew' : 'Keep what was read'}
          </Button>
          {backup !== null && (
            <Button
              variant="primary"
              onClick={() => {
                later()
                askToRestore(backup)
              }}
            >
              Restore that backup…
            </Button>
          )}
        </>
      }
    >
      <div className="safety-restore">
        <WorkLine work={work} />
        <dl className="safety-told">
          {isMissing ? (
            <>
              <dt>Found</dt>
              <dd>No data file. A new one is in use now.</dd>
            </>
          ) : (
            <>
              <dt>Set aside, as it was found</dt>
              <dd>
                <code>{setAside}</code>
              </dd>
              <dt>Read from it, and in use now</dt>
              <dd>{readText(found)}</dd>
              {missing !== '' && (
                <>
                  <dt>Could not be read</dt>
                  <dd>{missing}</dd>
                </>
              )}
            </>
          )}
          <dt>Newest backup that is whole</dt>
          <dd>
            {backup === null
              ? 'There is none.'
              : `${momentText(backup.madeAt)} (${kindText(backup.kind).toLowerCase()})`}
          </dd>
        </dl>
        <p className="safety-text">{nextText(backup !== null, isMissing)}</p>
      </div>
    </Dialog>
  )
}

const backupText =
  'The backup brings back what it holds; what it lacks would go. You see what differs before anything changes, and it can be undone.'

function nextText(hasBackup: boolean, isMissing: boolean): string {
  if (isMissing) {
    const moved = 'If the file was moved, close Loopready and put it back.'
    return hasBackup ? `${backupText} ${moved}` : moved
  }
  return hasBackup
    ? `${backupText} The damaged file stays where it is.`
    : 'The damaged file stays where it is, so that more of it can still be saved.'
}
