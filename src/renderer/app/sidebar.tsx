import { Keyboard, Search } from 'lucide-react'
import type { Profile } from '#contract/profile.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { commandOf, screenPaths, type ScreenCommandId } from './commands.ts'
import { isMac } from './platform.ts'
import { ariaKeysOf } from './shortcuts.ts'
import icon from './icon.svg'
import './sidebar.css'

const screens = [
  'go.today',
  'go.log',
  'go.plan',
  'go.stories',
  'go.practice',
  'go.evidence',
  'go.readiness',
  'go.report',
] as const

/** The way to every screen, and to a new session. On narrow windows it becomes a rail. */
export function Sidebar({
  profile,
  current,
}: Readonly<{ profile: Profile; current: ScreenCommandId }>) {
  const newSession = commandOf('session.new')
  const palette = commandOf('palette.open')
  const shortcuts = commandOf('help.shortcuts')
  const name = profile.name === '' ? 'Profile' : profile.name
  return (
    <nav className="app-sidebar" aria-label="Screens">
      <div className="app-brand">
        <img src={icon} alt="" width="24" height="24" />
        <span>Loopready</span>
        <IconButton
          className="app-find"
          size="s"
          label={palette.label}
          title={`${palette.label} (${isMac ? '⌘K' : 'Ctrl+K'})`}
          icon={<Search aria-hidden />}
          onClick={palette.run}
        />
      </div>
      <Button
        className="app-new"
        variant="primary"
        icon={<newSession.icon aria-hidden />}
        aria-keyshortcuts="N"
        aria-label={newSession.label}
        title={`${newSession.label} (N)`}
        onClick={newSession.run}
      >
        {newSession.label}
      </Button>
      <ul className="app-nav">
        {screens.map((id) => (
          <NavItem key={id} id={id} current={current === id} />
        ))}
      </ul>
      <div className="app-sidebar-foot">
        <a
          className="app-profile"
          href={`#${screenPaths['go.profile']}`}
          aria-current={current === 'go.profile' ? 'page' : undefined}
          title={name}
        >
          <span className="app-avatar" aria-hidden>
            {initialsOf(profile.name, profile.level)}
          </span>
          <span className="app-profile-text">
            <span className="app-profile-name">{name}</span>
            <span className="app-profile-level">Target level {profile.level}</span>
          </span>
        </a>
        <IconButton
          size="s"
          label={shortcuts.label}
          title={`${shortcuts.label} (?)`}
          icon={<Keyboard aria-hidden />}
          onClick={shortcuts.run}
        />
      </div>
    </nav>
  )
}

function NavItem({ id, current }: Readonly<{ id: ScreenCommandId; current: boolean }>) {
  const command = commandOf(id)
  const [shortcut] = command.shortcuts
  return (
    <li>
      <a
        className="app-nav-link"
        href={`#${screenPaths[id]}`}
        aria-current={current ? 'page' : undefined}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeysOf(shortcut, isMac)}
      >
        <command.icon aria-hidden />
        <span className="app-nav-label">{command.label}</span>
        {shortcut !== undefined && (
          <span className="app-nav-key" aria-hidden>
            <Kbd>{shortcut.key}</Kbd>
          </span>
        )}
      </a>
    </li>
  )
}

/** Up to two letters that stand for a name; the level where there is none. */
function initialsOf(name: string, level: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const first = words.at(0)
  const last = words.length > 1 ? words.at(-1) : undefined
  const letters = [first, last].map((word) => Array.from(word ?? '')[0] ?? '').join('')
  return letters === '' ? level.slice(0, 2) : letters.toUpperCase()
}
