import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

/** Asks what becomes of a text that is there already, when the parts are to be copied into its field. */
export function ReplaceDialog({
  name,
  onClose,
  onAdd,
  onReplace,
}: Readonly<{ name: string; onClose: () => void; onAdd: () => void; onReplace: () => void }>) {
  const and = (run: () => void) => () => {
    run()
    onClose()
  }
  return (
    <Dialog
      open
      size="s"
      title={`“${name}” has a text already`}
      description="The text from the parts can go below it or take its place. What is replaced stays among the versions."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" onClick={and(onReplace)}>
            Replace the text
          </Button>
          <Button variant="primary" data-autofocus onClick={and(onAdd)}>
            Add below
          </Button>
        </>
      }
    />
  )
}
