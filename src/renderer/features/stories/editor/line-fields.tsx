import { useState } from 'react'
import { readAmount, writeAmount } from '#domain/amount.ts'
import type { StoryKey } from '#domain/story-merge.ts'
import { useStore } from '../../../ui/store.ts'
import { NumberField, TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

/** Fields of one line. */
export type LineKey = 'title' | 'employer' | 'role'

/** One line of text. */
export function LineField({
  editing,
  field,
  label,
  hint,
  placeholder,
}: Readonly<{
  editing: Editing
  field: LineKey
  label: string
  hint?: string
  placeholder?: string
}>) {
  const text = useShown(editing, field)
  const { refused } = useStore(editing.state)
  return (
    <TextField
      label={label}
      hint={hint}
      dir="auto"
      data-field={field}
      placeholder={placeholder}
      error={refused[field]}
      value={text}
      onValue={(value) => {
        editing.edit({ [field]: value })
      }}
    />
  )
}

type NumberKey = Extract<
  StoryKey,
  'peopleLed' | 'peopleAffected' | 'teams' | 'budgetUsd' | 'durationMonths'
>

/** A number that is typed as people write it. What cannot be read stays in the field and says so. */
export function AmountField({
  editing,
  field,
  label,
  hint,
  suffix,
}: Readonly<{
  editing: Editing
  field: NumberKey
  label: string
  hint?: string
  suffix?: string
}>) {
  const value = useShown(editing, field)
  const { refused, unreadable } = useStore(editing.state)
  // While it is typed the field shows the keys pressed: "1.5M" must not become 1,500,000 under the cursor.
  const [typing, setTyping] = useState<string | null>(null)
  const kept = unreadable[field]
  return (
    <NumberField
      label={label}
      hint={hint}
      suffix={suffix}
      data-field={field}
      error={
        refused[field] ??
        (kept === undefined
          ? undefined
          : `“${kept}” is not a number yet. Write 12, 1,250, 2.5 or 1.2M; until then it is not saved with the story.`)
      }
      value={typing ?? kept ?? (value === null ? '' : writeAmount(value))}
      onValue={(text) => {
        setTyping(text)
        const amount = readAmount(text)
        const isBlank = text.trim() === ''
        editing.keepUnreadable(field, isBlank || amount !== null ? null : text)
        if (isBlank || amount !== null) editing.edit({ [field]: isBlank ? null : amount })
      }}
      onBlur={() => {
        setTyping(null)
      }}
    />
  )
}
