import { lazy, Suspense, useEffect } from 'react'
import { levelSwitchWindow } from '../features/profile/level-switch-window.ts'
import { quickAddShown } from '../features/quick-add/quick-add-window.ts'
import { openSessionForm, sessionFormWindow } from '../features/sessions/session-form-window.ts'
import { sessionToAmend, timerQuestion } from '../features/timer/questions.ts'
import { useTimerWindowOpen } from '../features/timer/use-timer-window-open.ts'
import { useStore } from '../ui/store.ts'
import { paletteShown, shortcutsShown } from './commands.ts'
import { ErrorBoundary } from './error-boundary.tsx'

const SessionFormWindow = lazy(() =>
  import('../features/sessions/session-form-dialog.tsx').then((module) => ({
    default: module.SessionFormDialog,
  })),
)
const QuickAddDialog = lazy(() =>
  import('../features/quick-add/quick-add-dialog.tsx').then((module) => ({
    default: module.QuickAddDialog,
  })),
)
const LevelSwitchDialog = lazy(() =>
  import('../features/profile/level-switch-dialog.tsx').then((module) => ({
    default: module.LevelSwitchDialog,
  })),
)
const PaletteDialog = lazy(() =>
  import('./palette/palette-dialog.tsx').then((module) => ({ default: module.PaletteDialog })),
)
const TimerWindow = lazy(() =>
  import('../features/timer/timer-window.tsx').then((module) => ({ default: module.TimerWindow })),
)
const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
)

/** The windows that can open over any screen; each is loaded when it first does. */
export function Windows({ isBackup }: Readonly<{ isBackup: boolean }>) {
  const purpose = useStore(sessionFormWindow)
  const quickAdd = useStore(quickAddShown)
  const level = useStore(levelSwitchWindow)
  const palette = useStore(paletteShown)
  const timer = useTimerWindowOpen()
  const shortcuts = useStore(shortcutsShown)
  const toAmend = useStore(sessionToAmend)
  useEffect(() => {
    if (toAmend === null) return
    sessionToAmend.set(null)
    openSessionForm({ kind: 'edit', session: toAmend, startAt: 'counts' })
  }, [toAmend])
  return (
    <ErrorBoundary wayBack={{ label: 'Close it', go: closeWindows }}>
      <Suspense fallback={null}>
        {purpose !== null && <SessionFormWindow purpose={purpose} />}
        {quickAdd && <QuickAddDialog />}
        {level !== null && <LevelSwitchDialog level={level} />}
        {palette && <PaletteDialog />}
        {timer && !isBackup && <TimerWindow />}
        {shortcuts && <ShortcutsDialog />}
      </Suspense>
    </ErrorBoundary>
  )
}

function closeWindows() {
  sessionFormWindow.set(null)
  quickAddShown.set(false)
  levelSwitchWindow.set(null)
  paletteShown.set(false)
  timerQuestion.set(null)
  shortcutsShown.set(false)
}
