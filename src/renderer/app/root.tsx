import { Fragment, lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import type { BackupState, Recovery } from '#contract/backups.ts'
import { Button } from '../ui/button.tsx'
import { preloadExplain } from '../ui/explain.tsx'
import { ErrorState } from '../ui/states.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { SafetyBanners } from '../features/safety/banners.tsx'
import { useReadOnlyFields } from '../features/safety/use-read-only.ts'
import { recoveryRead, restoreWindow } from '../features/safety/windows.ts'
import { FileDrop } from '../features/transfer/file-drop.tsx'
import { importWindow } from '../features/transfer/import-window.ts'
import { useStore } from '../ui/store.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useCommands } from './keyboard.ts'
import { useCall } from '../bridge/queries.ts'
import { backupShown } from '../bridge/viewing.ts'
import { Shell } from './shell.tsx'
import { useTheme } from './theme.ts'
import { Windows } from './windows.tsx'

const FirstRun = lazy(() =>
  import('./screens/first-run.tsx').then((module) => ({ default: module.FirstRun })),
)

const ImportDialog = lazy(() =>
  import('../features/transfer/import-dialog.tsx').then((module) => ({
    default: module.ImportDialog,
  })),
)

const RestoreDialog = lazy(() =>
  import('../features/safety/restore-dialog.tsx').then((module) => ({
    default: module.RestoreDialog,
  })),
)
const RecoveryDialog = lazy(() =>
  import('../features/safety/recovery-dialog.tsx').then((module) => ({
    default: module.RecoveryDialog,
  })),
)

const unknownState: BackupState = {
  viewing: null,
  recovery: null,
  lastCheck: null,
  lastFailure: null,
  networkDrive: null,
}

/** The whole page: the first run until there is a profile, then the shell with its screens. */
export function Root() {
  const reading = useCall('profile.get', {})
  const safety = useCall('backups.state', {})
  const { data, error, retry } = reading
  // What is shown is known first: a screen must not take a backup for the data.
  const pending = reading.pending || safety.pending
  const profile = data?.profile ?? null
  const state = safety.data ?? unknownState
  const isBackup = state.viewing !== null
  // Before the effects of any screen below.
  useLayoutEffect(() => {
    backupShown.set(isBackup)
  }, [isBackup])
  useReadOnlyFields(isBackup)
  useTheme(data === undefined ? undefined : (profile?.theme ?? 'system'))
  useCommands(profile !== null)
  useEffect(() => {
    const idle = requestIdleCallback(preloadExplain)
    return () => {
      cancelIdleCallback(idle)
    }
  }, [])

  return (
    <>
      <ConnectionBanner />
      {pending ? null : data === undefined ? (
        <ErrorState
          title={error?.message ?? 'The data could not be read.'}
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {error?.hint}
        </ErrorState>
      ) : profile === null ? (
        <ErrorBoundary>
          <div className="app-first">
            <SafetyBanners state={state} />
            <Suspense fallback={null}>
              <FirstRun today={data.today} />
            </Suspense>
          </div>
        </ErrorBoundary>
      ) : (
        // Other data is another page: nothing of the one is to stand in the other.
        <Fragment key={state.viewing?.id ?? 'data'}>
          <Shell profile={profile} safety={state} />
          <Windows isBackup={isBackup} />
        </Fragment>
      )}
      {data !== undefined && <SafetyWindows recovery={state.recovery} />}
      {data !== undefined && <ImportWindow />}
      <ToastRegion />
    </>
  )
}

/** The import, over any screen and over the first run, which an export of everything can take the place of. */
function ImportWindow() {
  const start = useStore(importWindow)
  return (
    <ErrorBoundary wayBack={{ label: 'Close it', go: () => importWindow.set(null) }}>
      <FileDrop />
      <Suspense fallback={null}>{start !== null && <ImportDialog start={start} />}</Suspense>
    </ErrorBoundary>
  )
}

/** What happened to a damaged file, and the restoring of a backup: over any screen and over the first run. */
function SafetyWindows({ recovery }: Readonly<{ recovery: Recovery | null }>) {
  const toRestore = useStore(restoreWindow)
  const wasRead = useStore(recoveryRead)
  return (
    <ErrorBoundary wayBack={{ label: 'Close it', go: closeSafetyWindows }}>
      <Suspense fallback={null}>
        {toRestore !== null && <RestoreDialog key={toRestore.backup.id} {...toRestore} />}
        {recovery !== null && !wasRead && toRestore === null && (
          <RecoveryDialog recovery={recovery} />
        )}
      </Suspense>
    </ErrorBoundary>
  )
}

function closeSafetyWindows() {
  restoreWindow.set(null)
  recoveryRead.set(true)
}
