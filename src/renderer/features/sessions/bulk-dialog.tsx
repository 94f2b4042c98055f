import { useId, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/field.tsx'

/** A small form in a window: its fields, Cancel, and one button that does it. Enter does it too. */
export function BulkDialog({
  title,
  description,
  action,
  pending,
  error,
  onClose,
  onSubmit,
  children,
}: Readonly<{
  title: string
  description: string
  /** What the button says: a verb. */
  action: string
  pending: boolean
  /** What is wrong and belongs to no field. */
  error: string | null
  onClose: () => void
  onSubmit: () => Promise<void>
  children?: ReactNode
}>) {
  const id = useId()
  return (
    <Dialog
      open
      size="s"
      title={title}
      description={description}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id} pending={pending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="sessions-bulk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) void onSubmit()
        }}
      >
        {children}
        <FormError>{error}</FormError>
      </form>
    </Dialog>
  )
}
