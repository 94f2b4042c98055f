import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { figureInWords } from './figure-words.ts'
import './figures.css'

/** The ledger, to tick the figures that a story uses. */
export function ChooseDialog({
  chosen,
  onChosen,
  onNew,
  onClose,
}: Readonly<{
  chosen: readonly string[]
  onChosen: (ids: readonly string[]) => void
  onNew: () => void
  onClose: () => void
}>) {
  const { data: figures } = useCall('evidence.list', {})
  const [search, setSearch] = useState('')
  const words = search.toLowerCase().split(/\s+/)
  const found = (figures ?? []).filter((figure) => {
    const said = [figure.metric, figure.unit, figure.period, figure.source].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
  return (
    <Dialog
      open
      title="Figures of the ledger"
      description="Tick the ones that this story rests on."
      onClose={onClose}
      footer={
        <>
          <Button icon={<Plus aria-hidden />} onClick={onNew}>
            New figure
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <TextField label="Search the figures" value={search} onValue={setSearch} />
      {figures === undefined && <Skeleton lines={4} />}
      {figures !== undefined && found.length === 0 && (
        <p className="figures-none">
          {figures.length === 0 ? 'The ledger is empty.' : 'No figure has these words.'}
        </p>
      )}
      <ul className="figures-choices">
        {found.map((figure) => (
          <li key={figure.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(figure.id)}
                onChange={(event) => {
                  onChosen(
                    event.target.checked
                      ? [...chosen, figure.id]
                      : chosen.filter((id) => id !== figure.id),
                  )
                }}
              />
              <span dir="auto">{figure.metric}</span>
              <span className="figures-line">
                {[figureInWords(figure), figure.period].filter((text) => text !== '').join(', ')}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
