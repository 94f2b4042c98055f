import { useEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './full-screen.css'

/**
 * A page over the whole window. What lies behind takes neither the keyboard nor the pointer while it shows; messages
 * and dialogs still stand over it. It takes the focus and gives it back to the screen.
 */
export function FullScreen({
  label,
  view,
  children,
}: Readonly<{
  label: string
  /** What it shows: when that changes, the focus begins anew, on the control with `data-start` where there is one. */
  view: string
  children: ReactNode
}>) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const behind = document.querySelector<HTMLElement>('.app-shell')
    behind?.setAttribute('inert', '')
    return () => {
      behind?.removeAttribute('inert')
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => {
    const start = frame.current?.querySelector<HTMLElement>('[data-start]') ?? frame.current
    start?.focus({ preventScroll: true })
    frame.current?.scrollTo(0, 0)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the view says when, and is no part of what
  }, [view])
  return createPortal(
    <div
      ref={frame}
      className="rehearse-frame"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a dialog tag would lie over messages and questions
      role="dialog"
      aria-modal
      aria-label={label}
      tabIndex={-1}
    >
      {children}
    </div>,
    document.body,
  )
}
