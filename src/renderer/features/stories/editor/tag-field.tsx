import { X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useCall } from '../../../bridge/queries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Field } from '../../../ui/field.tsx'
import { useStore } from '../../../ui/store.ts'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

/** Own words by which stories are found again. Enter or a comma makes one; what is half typed is kept. */
export function TagField({ editing }: Readonly<{ editing: Editing }>) {
  const tags = useShown(editing, 'tags')
  const { refused, unreadable } = useStore(editing.state)
  const [typing, setTyping] = useState('')
  const known = useCall('stories.list', {}).data ?? []
  const listId = useId()
  const others = [...new Set(known.flatMap((story) => story.tags))]
    .filter((tag) => !tags.includes(tag))
    .toSorted((a, b) => a.localeCompare(b, 'en'))
  const text = typing === '' ? (unreadable['tag'] ?? '') : typing
  const keep = (next: string) => {
    setTyping(next)
    editing.keepUnreadable('tag', next === '' ? null : next)
  }
  const add = (typed: string) => {
    const added = typed
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
    keep('')
    if (added.length > 0) editing.edit({ tags: [...new Set([...tags, ...added])] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' && text === '' && tags.length > 0)
      editing.edit({ tags: tags.slice(0, -1) })
    else if (event.key === 'Enter') add(text)
    else return
    event.preventDefault()
  }
  return (
    <Field
      label="Tags"
      hint="Enter or a comma adds one; Backspace takes the last one away."
      error={refused.tags}
    >
      {(control) => (
        <div className="stories-tags">
          {tags.length > 0 && (
            <ul aria-label="Tags of this story">
              {tags.map((tag) => (
                <li key={tag}>
                  <Chip
                    aria-label={`Remove tag ${tag}`}
                    onClick={() => {
                      editing.edit({ tags: tags.filter((other) => other !== tag) })
                    }}
                  >
                    <span dir="auto">{tag}</span>
                    <X aria-hidden />
                  </Chip>
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            className="ui-input"
            data-field="tags"
            dir="auto"
            list={listId}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              const { value } = event.target
              if (value.includes(',')) add(value)
              else keep(value)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              add(text)
            }}
          />
          <datalist id={listId}>
            {others.map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </datalist>
        </div>
      )}
    </Field>
  )
}
