import { useEffect } from 'react'
import type { CommandId } from '#contract/bridge.ts'
import { bridge } from '../bridge/bridge.ts'
import { commandOf, commands } from './commands.ts'
import { isMac } from './platform.ts'
import { singleKeys } from './settings.ts'
import { matches } from './shortcuts.ts'

/** Commands that a text field has its own meaning for. */
const leftToTextFields: readonly CommandId[] = ['history.undo', 'history.redo']

/** Carries out commands by their shortcuts and on behalf of the native menu. */
export function useCommands(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const typing = isTextField(event.target)
      for (const command of commands) {
        const shortcut = command.shortcuts.find((candidate) => matches(candidate, event, isMac))
        if (shortcut === undefined) continue
        const single = shortcut.mod !== true
        if (single && (typing || event.repeat || !singleKeys.get())) return
        if (typing && leftToTextFields.includes(command.id)) return
        if (isWindowOpen()) return
        event.preventDefault()
        command.run()
        return
      }
    }
    document.addEventListener('keydown', onKey)
    const stop = bridge.onCommand((id) => {
      if (leftToTextFields.includes(id) && isTextField(document.activeElement)) {
        // The native menu takes the key before the page sees it; in a text field it means the text.
        document.execCommand(id === 'history.undo' ? 'undo' : 'redo')
        return
      }
      if (!isWindowOpen()) commandOf(id).run()
    })
    return () => {
      document.removeEventListener('keydown', onKey)
      stop()
    }
  }, [enabled])
}

/** While a dialog asks for something, commands behind it wait. */
function isWindowOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'reset'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}
