import { Info } from 'lucide-react'
import {
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  type PointerEvent,
  type ReactNode,
} from 'react'
import './explain.css'

const ExplainPopup = lazy(() =>
  import('./explain-popup.tsx').then((module) => ({ default: module.ExplainPopup })),
)

export type ExplainProps = Readonly<{
  /** What is explained, e.g. "hours a week needed": names the button as "How hours a week needed is worked out". */
  about: string
  /** The figure itself. With it the figure is the button; without it a small (i) is. */
  figure?: ReactNode
  /** The formula with its numbers. */
  children: ReactNode
}>

/** Long enough that crossing a figure on the way elsewhere opens nothing, in milliseconds. */
const hoverOpensAfter = 120
/** Long enough to move the pointer from the figure into its explanation, in milliseconds. */
const hoverClosesAfter = 160

/**
 * A figure that explains itself: hover or focus shows how it came about, Escape closes it, a press keeps it for
 * touch. The floating part loads when it is first wanted, so that no screen waits for it.
 */
export function Explain({ about, figure, children }: ExplainProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [open, setOpen] = useState(false)

  const after = (delay: number, next: boolean) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setOpen(next)
    }, delay)
  }
  const now = (next: boolean) => {
    clearTimeout(timer.current)
    setOpen(next)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!open) return
    // On the document, for an explanation opened by the pointer while the focus is elsewhere; captured and stopped,
    // so that the same Escape does not close a dialog underneath.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      clearTimeout(timer.current)
      setOpen(false)
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [open])

  const hover = {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') after(hoverOpensAfter, true)
    },
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') after(hoverClosesAfter, false)
    },
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="ui-explain"
        data-figure={figure !== undefined || undefined}
        aria-describedby={open ? id : undefined}
        aria-expanded={open}
        {...hover}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) now(true)
        }}
        onBlur={() => {
          now(false)
        }}
        onClick={() => {
          now(true)
        }}
      >
        {figure}
        <Info aria-hidden />
        <span className="ui-hidden">{` How ${about} is worked out`}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <ExplainPopup id={id} anchor={anchor} {...hover}>
            {children}
          </ExplainPopup>
        </Suspense>
      )}
    </>
  )
}

/** Fetches the floating part ahead of its first use. */
export function preloadExplain(): void {
  void import('./explain-popup.tsx')
}
