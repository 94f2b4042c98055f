import { strengthOf, type Strength } from '#domain/passphrase.ts'
import { TextField } from '../../ui/text-field.tsx'

/** What is typed to lock an export. Kept by the card alone, and gone with it. */
export type LockDraft = Readonly<{ on: boolean; one: string; two: string; isShown: boolean }>

export const noLock: LockDraft = { on: false, one: '', two: '', isShown: false }

export type LockErrors = Readonly<{ one?: string; two?: string }>

/** What is still wrong with a lock; nothing where none is wanted. */
export function lockErrors({ on, one, two }: LockDraft): LockErrors {
  if (!on) return {}
  // The engine's own rule; it stands here too, so that nobody types twice what will be refused.
  if (one.length < 8) return { one: 'Use at least 8 characters.' }
  return one === two ? {} : { two: 'The two passphrases differ.' }
}

const hints: Readonly<Record<Strength, string>> = {
  weak: 'Easy to guess. Five or more random words are good.',
  fair: 'Fair. A few more words or characters make it strong.',
  strong: 'Long enough, if it was chosen at random.',
}

/** "Encrypt with a passphrase": whether, and with which. */
export function LockFields({
  draft,
  errors,
  onDraft,
}: Readonly<{
  draft: LockDraft
  errors: LockErrors
  onDraft: (draft: LockDraft) => void
}>) {
  const type = draft.isShown ? 'text' : 'password'
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
          <TextField
            label="Passphrase"
            name="new-passphrase"
            type={type}
            autoComplete="new-password"
            spellCheck={false}
            value={draft.one}
            error={errors.one}
            hint={draft.one === '' ? 'At least 8 characters.' : hints[strengthOf(draft.one)]}
            onValue={(one) => {
              onDraft({ ...draft, one })
            }}
          />
          <TextField
            label="The same again"
            name="same-passphrase"
            type={type}
            autoComplete="new-password"
            spellCheck={false}
            value={draft.two}
            error={errors.two}
            onValue={(two) => {
              onDraft({ ...draft, two })
            }}
          />
          <label className="transfer-check">
            <input
              type="checkbox"
              checked={draft.isShown}
              onChange={(event) => {
                onDraft({ ...draft, isShown: event.target.checked })
              }}
            />
            <span>Show what I type</span>
          </label>
          <p className="transfer-lock-warning">
            Nobody can open the file without the passphrase, not even Loopready: if you lose it, the
            file is lost. Keep it in a password manager.
          </p>
        </div>
      )}
    </div>
  )
}
