import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import { useStore } from './store.ts'
import { dismissToast, toasts, type Toast } from './toasts.ts'
import './toast-region.css'

/** Where toasts appear. Their time stands still while the pointer or the focus is on them. */
export function ToastRegion() {
  const shown = useStore(toasts)
  const [held, setHeld] = useState(false)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing at it only holds its time
    <section
      className="ui-toasts"
      aria-label="Notifications"
      onPointerEnter={() => {
        setHeld(true)
      }}
      onPointerLeave={() => {
        setHeld(false)
      }}
      onFocus={() => {
        setHeld(true)
      }}
      onBlur={() => {
        setHeld(false)
      }}
    >
      <ol aria-live="polite" className="ui-toast-list">
        {shown.map((toast) => (
          <ToastItem key={toast.id} toast={toast} held={held} />
        ))}
      </ol>
    </section>
  )
}

function ToastItem({ toast, held }: Readonly<{ toast: Toast; held: boolean }>) {
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => {
      dismissToast(toast.id)
    }, toast.staysMs)
    return () => clearTimeout(timer)
  }, [held, toast.id, toast.staysMs])
  return (
    <li className="ui-toast" data-tone={toast.tone}>
      <span className="ui-toast-message">{toast.message}</span>
      {toast.actions.map((action) => (
        <button
          key={action.label}
          type="button"
          className="ui-toast-action"
          onClick={() => {
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </button>
      ))}
      <IconButton
        label="Dismiss"
        size="s"
        icon={<X aria-hidden />}
        onClick={() => {
          dismissToast(toast.id)
        }}
      />
    </li>
  )
}
