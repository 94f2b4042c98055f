import { Search, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { Kbd } from './badge.tsx'
import { IconButton } from './icon-button.tsx'
import './filter.css'

export type FilterSearchProps = Readonly<{
  label: string
  placeholder: string
  value: string
  onValue: (text: string) => void
  /** Moves the focus on to what is filtered, where it can be: Enter, the arrow down, and Escape where there is nothing to clear. */
  onLeave?: () => void
  /** The key that leads here, shown while the field is empty. */
  shortcut?: string
  ref: RefObject<HTMLInputElement | null>
}>

/** The field of a filter: it is cleared by Escape or its button and keeps the focus then. */
export function FilterSearch({
  label,
  placeholder,
  value,
  onValue,
  onLeave,
  shortcut,
  ref,
}: FilterSearchProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && value !== '') onValue('')
    else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) onLeave?.()
    else return
    event.preventDefault()
  }
  return (
    <div className="ui-filter-search">
      <Search aria-hidden />
      <input
        ref={ref}
        className="ui-input"
        type="text"
        role="searchbox"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        value={value}
        onChange={(event) => {
          onValue(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      {value !== '' ? (
        <IconButton
          size="s"
          label="Clear the search"
          title="Clear the search (Escape)"
          icon={<X aria-hidden />}
          onClick={() => {
            onValue('')
            ref.current?.focus()
          }}
        />
      ) : (
        shortcut !== undefined && (
          <span className="ui-filter-key" aria-hidden>
            <Kbd>{shortcut}</Kbd>
          </span>
        )
      )}
    </div>
  )
}

/** The choices of one kind within a filter. */
export function FilterChoices({
  legend,
  children,
}: Readonly<{ legend: string; children: ReactNode }>) {
  return (
    <fieldset className="ui-filter-choices">
      <legend className="ui-label">{legend}</legend>
      <div>{children}</div>
    </fieldset>
  )
}
