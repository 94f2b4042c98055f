import { Undo2 } from 'lucide-react'
import { useRef } from 'react'
import { Button } from './button.tsx'
import { useFocusInList } from './use-focus-in-list.ts'
import './put-back-list.css'

/** Something that was deleted and can be had back. */
export type Deleted = Readonly<{
  id: string
  name: string
  /** The instant at which it was deleted, as ISO text. */
  deletedAt: string
}>

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** What lies in the trash, each with its way back. The focus stays in the list when one goes. */
export function PutBackList({
  label,
  items,
  onPutBack,
}: Readonly<{
  label: string
  items: readonly Deleted[]
  onPutBack: (item: Deleted) => void
}>) {
  const list = useRef<HTMLUListElement>(null)
  const focus = useFocusInList(list)
  return (
    <ul ref={list} className="ui-put-back" aria-label={label} tabIndex={-1} {...focus}>
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <span dir="auto">{item.name}</span>
            <span className="ui-put-back-when">
              Deleted {moments.format(new Date(item.deletedAt))}
            </span>
          </div>
          <Button
            size="s"
            icon={<Undo2 aria-hidden />}
            aria-label={`Put back ${item.name}`}
            onClick={() => {
              onPutBack(item)
            }}
          >
            Put back
          </Button>
        </li>
      ))}
    </ul>
  )
}
