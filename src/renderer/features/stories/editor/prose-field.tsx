import type { ReactNode } from 'react'
import type { StoryKey } from '#domain/story-merge.ts'
import { Field } from '../../../ui/field.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'
import { Markdown } from '../markdown/markdown.tsx'
import './prose-field.css'

/** The fields that hold Markdown of any length. */
export type ProseKey = Extract<
  StoryKey,
  `parts.${string}` | `formats.${string}` | 'alternatives' | 'obstacles'
>

/** A text in Markdown: a field to write it in, or, in the preview, how it reads. */
export function ProseField({
  editing,
  field,
  label,
  hint,
  aside,
  rows = 3,
  preview,
  placeholder,
}: Readonly<{
  editing: Editing
  field: ProseKey
  label: string
  hint?: ReactNode
  /** Stands at the right of the label: how long it is. */
  aside?: ReactNode
  rows?: number
  preview: boolean
  placeholder?: string
}>) {
  const text = useShown(editing, field)
  const refused = useStore(editing.state).refused[field]
  return (
    <div className="stories-prose" data-field={field}>
      <div className="stories-prose-head">
        {/* The same words as the field's own label, which is for whoever hears it. */}
        <span className="stories-prose-name" aria-hidden>
          {label}
        </span>
        {aside}
      </div>
      <Field label={label} hideLabel hint={preview ? undefined : hint} error={refused}>
        {(control) =>
          preview ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls, by the keyboard too
            <section className="stories-prose-preview" tabIndex={0} aria-label={label}>
              {text.trim() === '' ? (
                <p className="stories-prose-empty">Nothing is written here yet.</p>
              ) : (
                <Markdown text={text} />
              )}
            </section>
          ) : (
            <textarea
              {...control}
              dir="auto"
              rows={rows}
              className="ui-input ui-textarea stories-prose-text"
              placeholder={placeholder}
              value={text}
              onChange={(event) => {
                editing.edit({ [field]: event.target.value })
              }}
            />
          )
        }
      </Field>
    </div>
  )
}
