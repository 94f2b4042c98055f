import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import './dialog.css'

export type DialogProps = Readonly<{
  open: boolean
  /** Called when the person closes it: Escape, the cross, or a press outside. */
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  size?: 's' | 'm' | 'l' | 'xl'
  /** True: no head is drawn, and the title is for screen readers only. Escape and a press outside still close it. */
  bare?: boolean
  /** The control with `data-autofocus` takes the focus first, else the first one. */
  children?: ReactNode
  /** Buttons along the bottom, the main one last. */
  footer?: ReactNode
}>

/** A window over the screen that takes the keyboard until it is closed, then gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  size = 'm',
  bare = false,
  children,
  footer,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null)
  const focus = useFocusBack()
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="ui-dialog-backdrop" />
        <BaseDialog.Popup
          className="ui-dialog"
          data-size={size}
          data-bare={bare || undefined}
          initialFocus={() => {
            focus.remember()
            return (
              body.current?.querySelector<HTMLElement>('[data-autofocus]') ??
              body.current?.querySelector<HTMLElement>('input, select, textarea, button, a') ??
              true
            )
          }}
          finalFocus={focus.giveBack}
        >
          <header className={bare ? 'ui-hidden' : 'ui-dialog-head'}>
            <div className="ui-dialog-titles">
              <BaseDialog.Title className="ui-dialog-title">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description className="ui-dialog-description">
                  {description}
                </BaseDialog.Description>
              )}
            </div>
            {!bare && (
              <BaseDialog.Close
                className="ui-button ui-icon-button"
                data-variant="quiet"
                data-size="s"
                aria-label="Close"
                title="Close"
              >
                <X aria-hidden />
              </BaseDialog.Close>
            )}
          </header>
          <div ref={body} className="ui-dialog-body">
            {children}
          </div>
          {footer !== undefined && <footer className="ui-dialog-foot">{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/**
 * Gives the focus back to the screen where the screen itself had it. The library would give it to the screen's first
 * field, where single keys and undo belong to the text.
 */
function useFocusBack() {
  const before = useRef<Element>(null)
  return {
    remember: () => {
      before.current = document.activeElement
    },
    /** What the library wants to know: true, and it gives the focus back by itself. */
    giveBack: () => {
      const screen = before.current
      if (!(screen instanceof HTMLElement && screen.isConnected && screen.matches('main')))
        return true
      screen.focus({ preventScroll: true })
      return false
    },
  }
}

export type AlertDialogProps = Readonly<{
  open: boolean
  /** Called when the person decides against it. */
  onCancel: () => void
  onConfirm: () => void
  title: ReactNode
  /** What will happen, and whether it can be taken back. */
  children: ReactNode
  /** A verb, never "OK". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  pending?: boolean
}>

/** A question that must be answered before anything else; a press outside does not answer it. */
export function AlertDialog({
  open,
  onCancel,
  onConfirm,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  danger = false,
  pending = false,
}: AlertDialogProps) {
  const focus = useFocusBack()
  return (
    <BaseAlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
    >
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className="ui-dialog-backdrop" />
        <BaseAlertDialog.Popup
          className="ui-dialog"
          data-size="s"
          initialFocus={() => {
            focus.remember()
            return true
          }}
          finalFocus={focus.giveBack}
        >
          <header className="ui-dialog-head">
            <div className="ui-dialog-titles">
              <BaseAlertDialog.Title className="ui-dialog-title">{title}</BaseAlertDialog.Title>
              <BaseAlertDialog.Description className="ui-dialog-description" render={<div />}>
                {children}
              </BaseAlertDialog.Description>
            </div>
          </header>
          <footer className="ui-dialog-foot">
            <Button onClick={onCancel}>{cancelLabel}</Button>
            <Button variant={danger ? 'danger' : 'primary'} pending={pending} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  )
}
