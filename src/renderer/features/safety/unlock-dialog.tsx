import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyChoice, type ChosenKey } from './key-choice.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { useWork, type Work } from './use-work.ts'
import { WorkLine } from './work-line.tsx'

const form = 'safety-unlock'

/**
 * Opens an encrypted backup: one of the list to look at, or one from elsewhere. Its key file may have to be chosen too.
 * `open` answers whether it did.
 */
export function UnlockDialog({
  title,
  description,
  confirmLabel,
  open,
  onClose,
}: Readonly<{
  title: string
  description: string
  confirmLabel: string
  open: (work: Work, passphrase: string, key: string | null) => Promise<boolean>
  onClose: () => void
}>) {
  const work = useWork()
  const [passphrase, setPassphrase] = useState('')
  const [key, setKey] = useState<ChosenKey | null>(null)
  const { error } = work
  const isAboutPassphrase = error?.field === 'passphrase'

  const send = async () => {
    if (work.running === null && (await open(work, passphrase, key?.file ?? null))) onClose()
  }
  const close = () => {
    work.cancel()
    onClose()
  }
  return (
    <Dialog
      open
      size="s"
      title={title}
      description={description}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} pending={work.running !== null}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="safety-restore">
        <PassphraseForm
          id={form}
          lead="It is encrypted. Opening it takes a few seconds, which is what makes guessing slow."
          value={passphrase}
          error={isAboutPassphrase ? `${error.message} ${error.hint ?? ''}` : undefined}
          onValue={setPassphrase}
          onSend={() => void send()}
        />
        <WorkLine work={isAboutPassphrase ? { ...work, error: null } : work} />
        <KeyChoice work={work} chosen={key} onChosen={setKey} />
      </div>
    </Dialog>
  )
}
