import { Fragment } from 'react'
import { Kbd } from '../ui/badge.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useStore } from '../ui/store.ts'
import { commands, shortcutsShown, type Command } from './commands.ts'
import { isMac } from './platform.ts'
import { setSingleKeys, singleKeys } from './settings.ts'
import { keysOf, type Shortcut } from './shortcuts.ts'
import './shortcuts-dialog.css'

/** Keys that belong to a list or a form rather than to a command. */
const inPlace: readonly Readonly<{ label: string; shortcuts: readonly Shortcut[] }>[] = [
  { label: 'Save the form', shortcuts: [{ key: 'Enter', mod: true }] },
  { label: 'Move through the log or the stories', shortcuts: [{ key: '↑' }, { key: '↓' }] },
  { label: 'Select the session', shortcuts: [{ key: 'Space' }] },
  { label: 'Select several', shortcuts: [{ key: 'Shift+↓' }, { key: 'a', mod: true }] },
  { label: 'Edit in the row', shortcuts: [{ key: 'Enter' }, { key: 'F2' }] },
  { label: 'Edit in the form', shortcuts: [{ key: 'Shift+Enter' }] },
  { label: 'Restore the row', shortcuts: [{ key: 'Escape' }] },
  { label: 'Open the story', shortcuts: [{ key: 'Enter' }] },
  { label: 'Delete the session or the story', shortcuts: [{ key: 'Delete' }] },
  { label: 'Move a follow-up question', shortcuts: [{ key: 'Alt+↑' }, { key: 'Alt+↓' }] },
]

/** Every shortcut, and the switch for those that are a single key. */
export function ShortcutsDialog() {
  const single = useStore(singleKeys)
  return (
    <Dialog
      open
      size="s"
      title="Keyboard shortcuts"
      onClose={() => {
        shortcutsShown.set(false)
      }}
    >
      <div className="app-shortcuts">
        <Group title="Screens" rows={inGroup('Screens')} />
        <Group title="Actions" rows={inGroup('Actions')} />
        <Group title="In the log and in forms" rows={inPlace} />
        <label className="app-shortcuts-switch">
          <input
            type="checkbox"
            checked={single}
            onChange={(event) => {
              setSingleKeys(event.target.checked)
            }}
          />
          <span>
            Use single keys such as N and 1 to 4
            <small>Switch them off when you dictate or press keys by accident.</small>
          </span>
        </label>
      </div>
    </Dialog>
  )
}

function inGroup(group: Command['group']): readonly Command[] {
  return commands.filter((command) => command.group === group && command.shortcuts.length > 0)
}

function Group({
  title,
  rows,
}: Readonly<{
  title: string
  rows: readonly Readonly<{ label: string; shortcuts: readonly Shortcut[] }>[]
}>) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.label} className="app-shortcut">
            <dt>{row.label}</dt>
            <dd>
              {row.shortcuts.map((shortcut, index) => (
                <Fragment key={keysOf(shortcut, isMac).join()}>
                  {index > 0 && <span className="app-shortcut-or">or</span>}
                  {keysOf(shortcut, isMac).map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
