import { Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import './deleted-list.css'

export type DeletedListProps = Readonly<{
  title: string
  lead: string
  items: readonly Readonly<{ id: string; label: string }>[]
  onPutBack: (id: string) => void
}>

/** What a screen shows of its deleted things: each with a way back. The focus stays in the list when one is taken. */
export function DeletedList({ title, lead, items, onPutBack }: DeletedListProps) {
  const list = useRef<HTMLUListElement>(null)
  if (items.length === 0) return null
  return (
    <Card title={title} lead={lead}>
      <ul ref={list} className="ui-deleted" tabIndex={-1}>
        {items.map(({ id, label }) => (
          <li key={id}>
            <span className="ui-deleted-label">{label}</span>
            <Button
              size="s"
              icon={<Undo2 aria-hidden />}
              aria-label={`Put back: ${label}`}
              onClick={() => {
                list.current?.focus()
                onPutBack(id)
              }}
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
