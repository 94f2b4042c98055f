import { useLayoutEffect, useRef, type ComponentPropsWithoutRef, type RefObject } from 'react'
import { piecesOf, type ReadStretch } from './line-edits.ts'
import './line-field.css'

export type LineFieldProps = Readonly<
  Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'className' | 'type'> & {
    input: RefObject<HTMLInputElement | null>
    label: string
    line: string
    onLine: (line: string) => void
    /** Stretches to underline: what is not understood. */
    marked: readonly ReadStretch[]
  }
>

/** One line of text in which stretches can be underlined. */
export function LineField({ input, label, line, onLine, marked, ...rest }: LineFieldProps) {
  const mirror = useRef<HTMLDivElement>(null)
  // A field cannot underline a part of its text, so the same text lies under it and moves with it.
  const follow = () => {
    if (mirror.current !== null && input.current !== null)
      mirror.current.scrollLeft = input.current.scrollLeft
  }
  useLayoutEffect(follow)
  return (
    <div className="quick-add-line">
      <div ref={mirror} className="quick-add-line-mirror" aria-hidden>
        {piecesOf(line, marked).map(({ text, start, isMarked }) =>
          isMarked ? <u key={start}>{text}</u> : <span key={start}>{text}</span>,
        )}
      </div>
      <input
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...rest}
        ref={input}
        type="text"
        className="quick-add-line-input"
        aria-label={label}
        data-autofocus
        value={line}
        onScroll={follow}
        onChange={(event) => {
          onLine(event.target.value)
        }}
      />
    </div>
  )
}
