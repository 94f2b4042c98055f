import { lazy, Suspense } from 'react'
import { levelSwitchWindow } from '../features/profile/level-switch-window.ts'
import { sessionFormWindow } from '../features/sessions/session-form-window.ts'
import { useTimerWindowOpen } from '../features/timer/use-timer-window-open.ts'
import { useStore } from '../ui/store.ts'
import { shortcutsShown } from './commands.ts'
import { ErrorBoundary } from './error-boundary.tsx'

const SessionFormWindow = lazy(() =>
  import('../features/sessions/session-form-dialog.tsx').then((module) => ({
    default: module.SessionFormDialog,
  })),
)
const LevelSwitchDialog = lazy(() =>
  import('../features/profile/level-switch-dialog.tsx').then((module) => ({
    default: module.LevelSwitchDialog,
  })),
)
const TimerWindow = lazy(() =>
  import('../features/timer/timer-window.tsx').then((module) => ({ default: module.TimerWindow })),
)
const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
)

/** The windows that can open over any screen; each is loaded when it first does. */
export function Windows() {
  const purpose = useStore(sessionFormWindow)
  const level = useStore(levelSwitchWindow)
  const timer = useTimerWindowOpen()
  const shortcuts = useStore(shortcutsShown)
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        {purpose !== null && <SessionFormWindow purpose={purpose} />}
        {level !== null && <LevelSwitchDialog level={level} />}
        {timer && <TimerWindow />}
        {shortcuts && <ShortcutsDialog />}
      </Suspense>
    </ErrorBoundary>
  )
}
