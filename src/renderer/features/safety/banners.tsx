import { Eye, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Backup, BackupState } from '#contract/backups.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useStore } from '../../ui/store.ts'
import { useWork } from './use-work.ts'
import { askToRestore, networkDriveRead, recoveryRead } from './windows.ts'
import { momentText } from './words.ts'
import './banners.css'

/** What every screen has to say of the data before anything else: what it is, and whether it is safe. */
export function SafetyBanners({ state }: Readonly<{ state: BackupState }>) {
  const wasRead = useStore(recoveryRead)
  const driveWasRead = useStore(networkDriveRead)
  const { viewing, recovery, lastCheck, lastFailure, networkDrive } = state
  const hasFaults = lastCheck !== null && lastCheck.faults.length > 0
  return (
    <>
      {viewing !== null && <ViewingBanner backup={viewing} />}
      {recovery !== null && wasRead && (
        <Banner
          label={recovery.setAside === null ? 'Missing data file' : 'Damaged data file'}
          icon={<TriangleAlert aria-hidden />}
          actions={
            <Button
              size="s"
              aria-haspopup="dialog"
              onClick={() => {
                recoveryRead.set(false)
              }}
            >
              What to do…
            </Button>
          }
        >
          {recovery.setAside === null ? (
            <>
              <strong>The data file is missing.</strong> A new one is in use.
            </>
          ) : (
            <>
              <strong>The data file was damaged.</strong> What could be read of it is in use.
            </>
          )}
        </Banner>
      )}
      {hasFaults && (
        <Banner
          label="Faults in the data file"
          icon={<TriangleAlert aria-hidden />}
          actions={
            <LinkButton size="s" href="#/profile/safety">
              Open Safety
            </LinkButton>
          }
        >
          <strong>The check of {momentText(lastCheck.at)} found faults in the data file.</strong>{' '}
          Close Loopready and start it again: it then repairs what it can.
        </Banner>
      )}
      {lastFailure !== null && (
        <Banner
          label="Backup failed"
          icon={<TriangleAlert aria-hidden />}
          actions={
            <LinkButton size="s" href="#/profile/safety">
              Open Safety
            </LinkButton>
          }
        >
          <strong>No backup could be made on {momentText(lastFailure.at)}.</strong>{' '}
          {lastFailure.message} {lastFailure.hint}
        </Banner>
      )}
      {networkDrive !== null && !driveWasRead && (
        <Banner
          label="Data on a network drive"
          icon={<TriangleAlert aria-hidden />}
          actions={
            <Button
              size="s"
              onClick={() => {
                networkDriveRead.set(true)
              }}
            >
              Dismiss
            </Button>
          }
        >
          <strong>Your data is on a network drive ({networkDrive}).</strong> Two computers at once
          can damage the file there. Keep the data folder on this computer.
        </Banner>
      )}
    </>
  )
}

function ViewingBanner({ backup }: Readonly<{ backup: Backup }>) {
  const work = useWork()
  const back = async () => {
    const done = await work.run('Going back…', 'backups.leave', {})
    if (done !== null) showToast({ message: 'This is your data again.' })
  }
  return (
    <Banner
      label="A backup is shown"
      icon={<Eye aria-hidden />}
      actions={
        <>
          <Button size="s" pending={work.running !== null} onClick={() => void back()}>
            Back to my data
          </Button>
          <Button
            size="s"
            variant="primary"
            aria-haspopup="dialog"
            onClick={() => {
              askToRestore(backup)
            }}
          >
            Restore it…
          </Button>
        </>
      }
    >
      You are looking at the backup of <strong>{momentText(backup.madeAt)}</strong>. Nothing can be
      changed.
      {work.error !== null && <span role="alert"> {work.error.message}</span>}
    </Banner>
  )
}

function Banner({
  label,
  icon,
  children,
  actions,
}: Readonly<{ label: string; icon: ReactNode; children: ReactNode; actions: ReactNode }>) {
  return (
    <section className="safety-banner" aria-label={label}>
      {icon}
      <output>{children}</output>
      <div>{actions}</div>
    </section>
  )
}
