import { passphraseFaults, passphraseHint, type PassphraseFaults } from '#domain/passphrase.ts'
import {
  NewPassphraseFields,
  noPassphrase,
  type NewPassphraseDraft,
} from '../../ui/new-passphrase.tsx'

/** What is typed to lock an export. Kept by the card alone, and gone with it. */
export type LockDraft = NewPassphraseDraft & Readonly<{ on: boolean }>

export const noLock: LockDraft = { ...noPassphrase, on: false }

/** What is still wrong with a lock; nothing where none is wanted. */
export function lockErrors({ on, one, two }: LockDraft): PassphraseFaults {
  return on ? passphraseFaults(one, two) : {}
}

/** "Encrypt with a passphrase": whether, and with which. */
export function LockFields({
  draft,
  errors,
  onDraft,
}: Readonly<{
  draft: LockDraft
  errors: PassphraseFaults
  onDraft: (draft: LockDraft) => void
}>) {
  return (
    <div className="transfer-lock">
      <label className="transfer-check">
        <input
          type="checkbox"
          checked={draft.on}
          onChange={(event) => {
            onDraft({ ...noLock, on: event.target.checked })
          }}
        />
        <span>
          Encrypt with a passphrase
          <span className="ui-hint">
            Whoever gets the file cannot read it. It is in the age format, which other programs open
            too.
          </span>
        </span>
      </label>
      {draft.on && (
        <div className="transfer-lock-fields">
          <NewPassphraseFields
            draft={draft}
            hint={passphraseHint(draft.one)}
            errors={errors}
            warning="Nobody can open the file without the passphrase, not even Loopready: if you lose it, the file is lost. Keep it in a password manager."
            onDraft={(typed) => {
              onDraft({ ...typed, on: true })
            }}
          />
        </div>
      )}
    </div>
  )
}
