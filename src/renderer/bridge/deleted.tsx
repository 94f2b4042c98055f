import { Card } from '../ui/card.tsx'
import { PutBackList, type Deleted } from '../ui/put-back-list.tsx'
import { tellOutcome } from './history.ts'
import { useWrite } from './queries.ts'

/** Puts something back from the trash and says what came of it. */
export function usePutBack(): (item: Deleted) => void {
  const { write } = useWrite('trash.restore')
  const putBack = async ({ id, name }: Deleted) => {
    tellOutcome(await write({ ids: [id] }), `“${name}” is back.`)
  }
  return (item) => void putBack(item)
}

/** What a screen shows of its deleted things, each with its way back; nothing while there are none. */
export function DeletedCard({
  title,
  days,
  items,
}: Readonly<{
  title: string
  /** For how many days they are kept. */
  days: number
  items: readonly Deleted[]
}>) {
  const putBack = usePutBack()
  if (items.length === 0) return null
  return (
    <Card title={title} lead={`Each is kept for ${days} days.`}>
      <PutBackList label={`${title}, latest first`} items={items} onPutBack={putBack} />
    </Card>
  )
}
