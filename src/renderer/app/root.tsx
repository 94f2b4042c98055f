import { lazy, Suspense, useEffect } from 'react'
import { Button } from '../ui/button.tsx'
import { preloadExplain } from '../ui/explain.tsx'
import { ErrorState } from '../ui/states.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { FileDrop } from '../features/transfer/file-drop.tsx'
import { importWindow } from '../features/transfer/import-window.ts'
import { useStore } from '../ui/store.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useCommands } from './keyboard.ts'
import { useCall } from '../bridge/queries.ts'
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

/** The whole page: the first run until there is a profile, then the shell with its screens. */
export function Root() {
  const { data, error, pending, retry } = useCall('profile.get', {})
  const profile = data?.profile ?? null
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
          <Suspense fallback={null}>
            <FirstRun today={data.today} />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <>
          <Shell profile={profile} />
          <Windows />
        </>
      )}
      {data !== undefined && <ImportWindow />}
      <ToastRegion />
    </>
  )
}

/** The import, over any screen and over the first run, which an export of everything can take the place of. */
function ImportWindow() {
  const start = useStore(importWindow)
  return (
    <ErrorBoundary>
      <FileDrop />
      <Suspense fallback={null}>{start !== null && <ImportDialog start={start} />}</Suspense>
    </ErrorBoundary>
  )
}
