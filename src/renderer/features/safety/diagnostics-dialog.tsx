import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Shows to the letter what is about to be copied, and copies it. */
export function DiagnosticsDialog({
  text,
  onClose,
}: Readonly<{ text: string; onClose: () => void }>) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <Dialog
      open
      size="l"
      title="Copy diagnostics"
      description="This is all that is copied. It names no folder of yours and holds nothing that you wrote. It goes to the clipboard and nowhere else."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={() => void copy()}>
            {state === 'copied' ? 'Copy again' : 'Copy'}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reached by keys */}
      <pre className="safety-diagnostics" tabIndex={0} aria-label="What is copied">
        {text}
      </pre>
      <output className="safety-copied">
        {state === 'copied' && 'Copied.'}
        {state === 'failed' &&
          'It could not be copied. Mark the text above and copy it with the keyboard.'}
      </output>
    </Dialog>
  )
}
