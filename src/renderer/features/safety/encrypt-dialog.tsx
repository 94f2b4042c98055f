import { useRef, useState } from 'react'
import { passphraseFaults, passphraseHint, type PassphraseFaults } from '#domain/passphrase.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFault, NewPassphraseFields, noPassphrase } from '../../ui/new-passphrase.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useWork } from './use-work.ts'
import { WorkLine } from './work-line.tsx'

/** `on`: for the first time or again; `repair`: the key's file is gone; `change`: another passphrase. */
export type EncryptMode = 'on' | 'repair' | 'change'

const form = 'safety-encrypt'

const words: Readonly<
  Record<EncryptMode, Readonly<{ title: string; lead: string; confirm: string; done: string }>>
> = {
  on: {
    title: 'Encrypt backups',
    lead: 'From now on every backup is encrypted, automatic ones too. Making one needs no passphrase; opening one does.',
    confirm: 'Encrypt backups',
    done: 'New backups are encrypted from now on.',
  },
  repair: {
    title: 'Encrypt with this passphrase',
    lead: 'Put the key file back beside the backups first, if you have a copy, and type its passphrase here: then it is used again. Without a copy a new key begins, and backups of the old one can no longer be opened.',
    confirm: 'Use this passphrase',
    done: 'Backups are encrypted again.',
  },
  change: {
    title: 'Change the passphrase',
    lead: 'All encrypted backups open with the new one. A copy of the key file that was made before still opens with the old one.',
    confirm: 'Change it',
    done: 'The passphrase is changed for all encrypted backups.',
  },
}

/** Asks for the passphrase of the backups, twice, and says what it means to lose it. */
export function EncryptDialog({
  mode,
  onClose,
}: Readonly<{ mode: EncryptMode; onClose: () => void }>) {
  const work = useWork()
  const [current, setCurrent] = useState('')
  const [draft, setDraft] = useState(noPassphrase)
  const [wrong, setWrong] = useState<PassphraseFaults>({})
  const fields = useRef<HTMLFormElement>(null)
  const { title, lead, confirm, done } = words[mode]
  const isAboutCurrent = work.error?.field === 'current'

  const send = async () => {
    if (work.running !== null) return
    const faults = passphraseFaults(draft.one, draft.two)
    setWrong(faults)
    if (faults.one !== undefined || faults.two !== undefined)
      return focusFault(fields.current, faults)
    const passphrase = draft.one
    const answer =
      mode === 'change'
        ? await work.run('Changing the passphrase…', 'backups.changePassphrase', {
            current,
            passphrase,
          })
        : await work.run('Making the key…', 'backups.encrypt', { passphrase })
    if (answer === null) return
    showToast({ message: done })
    onClose()
  }
  const close = () => {
    work.cancel()
    onClose()
  }
  return (
    <Dialog
      open
      title={title}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} pending={work.running !== null}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        ref={fields}
        id={form}
        className="safety-restore"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="safety-text">{lead}</p>
        {mode === 'change' && (
          <div className="ui-passphrase">
            <TextField
              label="Passphrase until now"
              name="current-passphrase"
              type="password"
              autoComplete="current-password"
              spellCheck={false}
              value={current}
              error={
                isAboutCurrent && work.error !== null
                  ? `${work.error.message} ${work.error.hint ?? ''}`
                  : undefined
              }
              onValue={setCurrent}
            />
          </div>
        )}
        <NewPassphraseFields
          label={mode === 'change' ? 'New passphrase' : 'Passphrase'}
          draft={draft}
          hint={passphraseHint(draft.one)}
          errors={wrong}
          warning="Nobody can open the backups without the passphrase, not even Loopready: if you lose it, they are lost. Keep it in a password manager. Your data here opens without it."
          onDraft={setDraft}
        />
        <WorkLine work={isAboutCurrent ? { ...work, error: null } : work} />
      </form>
    </Dialog>
  )
}
