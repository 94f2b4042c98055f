import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { CallError } from '#contract/errors.ts'
import { CircleAlert } from 'lucide-react'
import { Notice } from '../../ui/states.tsx'

/** A step of the import. Its heading takes the focus, so that the keyboard and the ear are where the eye is. */
export function Step({
  title,
  lead,
  error,
  children,
}: Readonly<{
  title: string
  lead?: ReactNode
  error: CallError | null
  children: ReactNode
}>) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wrong = useRef<HTMLDivElement>(null)
  // At once, before the window notices that what had the focus is gone with the step before.
  useLayoutEffect(() => {
    const { activeElement } = document
    const isOpening =
      activeElement !== document.body && activeElement?.closest('[role=dialog]') === null
    // A window that opens moves the focus itself, and has to see where it was before.
    if (!isOpening) heading.current?.focus()
  }, [])
  useEffect(() => {
    if (error !== null) wrong.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  return (
    <section className="transfer-step" aria-label={title}>
      <header className="transfer-step-head">
        <h3 ref={heading} tabIndex={-1} data-autofocus>
          {title}
        </h3>
        {lead !== undefined && <div className="transfer-lead">{lead}</div>}
      </header>
      <div ref={wrong} role="alert" className="transfer-wrong">
        {error !== null && (
          <Notice tone="negative" icon={<CircleAlert aria-hidden />}>
            <p>
              <strong>{error.message}</strong>
            </p>
            {error.hint !== undefined && <p>{error.hint}</p>}
          </Notice>
        )}
      </div>
      {children}
    </section>
  )
}
