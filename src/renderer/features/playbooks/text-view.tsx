import { useRef, type Ref } from 'react'
import type { PlaybookFault } from '#contract/own-playbooks.ts'

/** The whole file as text, with the numbers of its lines; those with a fault are marked. */
export function TextView({
  text,
  faults,
  onText,
  field,
}: Readonly<{
  text: string
  faults: readonly PlaybookFault[]
  /** Undefined: it can only be read. */
  onText?: (text: string) => void
  field?: Ref<HTMLTextAreaElement>
}>) {
  const gutter = useRef<HTMLDivElement>(null)
  const wrong = new Set(faults.map(({ line }) => line))
  const lines = text.split('\n').length
  return (
    <div className="playbooks-text">
      <div ref={gutter} className="playbooks-gutter" aria-hidden>
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} data-wrong={wrong.has(index + 1) || undefined}>
            {index + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        aria-label="Text of the playbook"
        aria-invalid={faults.length > 0 || undefined}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        readOnly={onText === undefined}
        value={text}
        onChange={({ target }) => onText?.(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}

/** Puts the caret at a place of the text and brings it into sight. Lines and columns count from 1. */
export function goToPlace(
  field: HTMLTextAreaElement,
  { line, column }: Readonly<{ line: number; column: number }>,
) {
  const before = field.value.split('\n').slice(0, line - 1)
  const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  field.focus()
  field.setSelectionRange(at, at)
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight)
  field.scrollTop = Math.max(0, (line - 4) * lineHeight)
}
