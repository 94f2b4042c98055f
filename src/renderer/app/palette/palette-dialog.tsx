import { TextCursorInput } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { QuickAdd } from '#contract/quick-add.ts'
import { LineField } from '../../features/quick-add/line-field.tsx'
import { LineReadingView } from '../../features/quick-add/line-reading.tsx'
import { keepLine, openQuickAdd } from '../../features/quick-add/quick-add-window.ts'
import { startsLikeSession } from '../../features/quick-add/starts-like-session.ts'
import { useReading } from '../../features/quick-add/use-reading.ts'
import { inWords, useSaveLine } from '../../features/quick-add/use-save-line.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { commands, paletteShown } from '../commands.ts'
import { noteCommand, recentCommands } from '../settings.ts'
import { matching } from './matching.ts'
import { PaletteOption, type Option } from './palette-option.tsx'
import './palette.css'

/** The palette itself is not among what it offers. */
const offered = commands.filter(({ id }) => id !== 'palette.open')

/** Every command by its name, and a session by its line. */
export function PaletteDialog() {
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [typed, setTyped] = useState('')
  /** The option that was moved to; without one, or when it is gone, the first. */
  const [chosen, setChosen] = useState<string | null>(null)
  const [recent] = useState(recentCommands)
  const read = useReading(typed)
  const saving = useSaveLine()

  const found = matching(typed, offered, recent)
  const isLine = startsLikeSession(typed, read.reading)
  const close = () => {
    if (isLine) keepLine(typed)
    paletteShown.set(false)
  }
  const log = async (acceptOverlap: boolean) => {
    const outcome = await saving.save(typed, acceptOverlap)
    if (outcome === 'refused') return
    paletteShown.set(false)
    if (outcome === 'unclear') openQuickAdd(typed)
  }

  const options: readonly Option[] = [
    ...(isLine || found.length === 0
      ? [
          {
            id: 'line',
            label: lineLabel(typed, read.reading),
            icon: TextCursorInput,
            shortcuts: [],
            run: () => void log(false),
          },
        ]
      : []),
    ...found.map((command) => ({
      ...command,
      run: () => {
        noteCommand(command.id)
        paletteShown.set(false)
        command.run()
      },
    })),
  ]
  const at = Math.max(
    options.findIndex(({ id }) => id === chosen),
    0,
  )
  const active = options[at]
  const optionId = (id: string) => `${listId}-${id}`
  const activeId = active === undefined ? undefined : optionId(active.id)

  useEffect(() => {
    if (activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      active?.run()
      return
    }
    const next = placeAfter(event, at, options.length, isLine)
    if (next === null) return
    event.preventDefault()
    setChosen(options[next]?.id ?? null)
  }

  return (
    <Dialog open bare title="Command palette" onClose={close}>
      <div className="app-palette">
        <LineField
          input={input}
          label="Command or session"
          placeholder="Search commands, or write 45m coding: graphs"
          line={typed}
          onLine={(line) => {
            setTyped(line)
            setChosen(null)
          }}
          marked={isLine ? (read.reading?.unknown ?? []) : []}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag is a field with a list under other controls
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={activeId}
          onKeyDown={onKeyDown}
        />
        {isLine && (
          <LineReadingView
            line={typed}
            input={input}
            read={read}
            saving={saving}
            onLogAnyway={() => {
              void log(true)
            }}
          />
        )}
        <div
          id={listId}
          className="app-palette-list"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot be styled or hold icons
          role="listbox"
          aria-label="Commands"
        >
          {options.map((option) => (
            <PaletteOption
              key={option.id}
              id={optionId(option.id)}
              option={option}
              isActive={option === active}
              onPoint={() => {
                setChosen(option.id)
              }}
            />
          ))}
        </div>
      </div>
    </Dialog>
  )
}

/** Where a key moves to; null for a key that moves nothing. In a line, Home and End belong to the text. */
function placeAfter(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  at: number,
  length: number,
  isLine: boolean,
): number | null {
  if (shiftKey || ctrlKey || metaKey || altKey) return null
  if (key === 'ArrowDown') return (at + 1) % length
  if (key === 'ArrowUp') return (at - 1 + length) % length
  if (isLine) return null
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  return null
}

function lineLabel(typed: string, reading: QuickAdd | undefined): string {
  const understood = reading === undefined ? '' : inWords(reading)
  if (understood === '') return `Quick add “${typed.trim()}”`
  return reading?.session === null ? `Log: ${understood} …` : `Log: ${understood}`
}
