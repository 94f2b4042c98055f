import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ComponentType } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { BackupState } from '#contract/backups.ts'
import type { Profile } from '#contract/profile.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { commandOf, screenPaths, type ScreenCommandId } from './commands.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { SafetyBanners } from '../features/safety/banners.tsx'
import { TimerBar } from '../features/timer/timer-bar.tsx'
import { useTimerTitle } from '../features/timer/use-timer-title.ts'
import { Sidebar } from './sidebar.tsx'
import './shell.css'

const screens: Readonly<Record<ScreenCommandId, ComponentType>> = {
  'go.today': lazy(() => import('./screens/today.tsx').then((m) => ({ default: m.TodayRoute }))),
  'go.log': lazy(() => import('./screens/log.tsx').then((m) => ({ default: m.LogRoute }))),
  'go.plan': lazy(() => import('./screens/plan.tsx').then((m) => ({ default: m.PlanRoute }))),
  'go.stories': lazy(() =>
    import('./screens/stories.tsx').then((m) => ({ default: m.StoriesRoute })),
  ),
  'go.practice': lazy(() =>
    import('./screens/practice.tsx').then((m) => ({ default: m.PracticeRoute })),
  ),
  'go.evidence': lazy(() =>
    import('./screens/evidence.tsx').then((m) => ({ default: m.EvidenceRoute })),
  ),
  'go.readiness': lazy(() =>
    import('./screens/readiness.tsx').then((m) => ({ default: m.ReadinessRoute })),
  ),
  'go.report': lazy(() => import('./screens/report.tsx').then((m) => ({ default: m.ReportRoute }))),
  'go.profile': lazy(() =>
    import('./screens/profile.tsx').then((m) => ({ default: m.ProfileRoute })),
  ),
}

/** Where each screen was scrolled to when it was left, so that coming back finds the same place. */
const scrolledTo = new Map<string, number>()

/** The window once there is a profile: the sidebar, the timer and the screen that the address names. */
export function Shell({ profile, safety }: Readonly<{ profile: Profile; safety: BackupState }>) {
  const [path] = useHashLocation()
  const current = screenOf(path)
  const CurrentScreen = screens[current]
  const main = useRef<HTMLElement>(null)
  const entered = useRef(current)

  useEffect(() => {
    // Not on the first screen: there the focus begins where the page begins.
    if (entered.current === current) return
    entered.current = current
    main.current?.focus({ preventScroll: true })
  }, [current])

  useLayoutEffect(() => {
    const element = main.current
    if (element === null) return
    element.scrollTop = scrolledTo.get(path) ?? 0
    const remember = () => {
      scrolledTo.set(path, element.scrollTop)
    }
    element.addEventListener('scroll', remember, { passive: true })
    return () => {
      element.removeEventListener('scroll', remember)
    }
  }, [path])

  return (
    <div className="app-shell">
      <a
        className="app-skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        Skip to the screen
      </a>
      {safety.viewing === null ? (
        <WindowTitle screen={commandOf(current).label} />
      ) : (
        <BackupTitle screen={commandOf(current).label} />
      )}
      <Sidebar profile={profile} current={current} />
      <div className="app-top">
        <SafetyBanners state={safety} />
        {/* A timer of a backup runs no more, and whoever looks at one is not to be counted. */}
        {safety.viewing === null && <TimerBar />}
      </div>
      <main
        ref={main}
        id="main"
        className="app-main"
        tabIndex={-1}
        aria-label={commandOf(current).label}
      >
        <ErrorBoundary key={path}>
          <Suspense
            fallback={
              <div className="ui-screen" aria-busy>
                <Skeleton lines={3} />
              </div>
            }
          >
            <CurrentScreen />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}

/** The title of the window: the running time first, as there may be room for little more. */
function WindowTitle({ screen }: Readonly<{ screen: string }>) {
  const running = useTimerTitle()
  useEffect(() => {
    document.title = `${running ?? screen} - Loopready`
  }, [running, screen])
  return null
}

function BackupTitle({ screen }: Readonly<{ screen: string }>) {
  useEffect(() => {
    document.title = `Backup: ${screen} - Loopready`
  }, [screen])
  return null
}

/** The screen of an address; an address below a section's own is the section's. */
function screenOf(path: string): ScreenCommandId {
  const entries = Object.entries(screenPaths) as [ScreenCommandId, string][]
  const found = entries.find(
    ([, address]) => address === path || (address !== '/' && path.startsWith(`${address}/`)),
  )
  return found?.[0] ?? 'go.today'
}
