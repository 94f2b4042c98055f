import { Notice } from './states.tsx'
import { TextField } from './text-field.tsx'
import './new-passphrase.css'

/** What is typed. Kept by whoever shows the fields alone, and gone with it. */
export type NewPassphraseDraft = Readonly<{ one: string; two: string; isShown: boolean }>

export const noPassphrase: NewPassphraseDraft = { one: '', two: '', isShown: false }

/** A passphrase that is to lock something from now on: typed twice, shown where that is wanted. */
export function NewPassphraseFields({
  label = 'Passphrase',
  draft,
  hint,
  errors,
  warning,
  onDraft,
}: Readonly<{
  label?: string
  draft: NewPassphraseDraft
  /** How good what was typed is. */
  hint: string
  errors: Readonly<{ one?: string; two?: string }>
  /** What is lost with it. */
  warning: string
  onDraft: (draft: NewPassphraseDraft) => void
}>) {
  const type = draft.isShown ? 'text' : 'password'
  return (
    <div className="ui-passphrase">
      <TextField
        label={label}
        name="new-passphrase"
        type={type}
        autoComplete="new-password"
        spellCheck={false}
        value={draft.one}
        error={errors.one}
        hint={hint}
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
      <label className="ui-passphrase-show">
        <input
          type="checkbox"
          checked={draft.isShown}
          onChange={(event) => {
            onDraft({ ...draft, isShown: event.target.checked })
          }}
        />
        <span>Show what I type</span>
      </label>
      <Notice tone="caution">{warning}</Notice>
    </div>
  )
}

/** Puts the cursor where something is wrong. */
export function focusFault(
  fields: Element | null,
  errors: Readonly<{ one?: string; two?: string }>,
): void {
  const name = errors.one === undefined ? 'same-passphrase' : 'new-passphrase'
  fields?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.focus()
}
