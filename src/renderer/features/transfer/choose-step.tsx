import { FileInput } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Step } from './step.tsx'
import type { Import } from './use-import.ts'
import './choose-step.css'

const sources: readonly Readonly<{ name: string; how: string }>[] = [
  { name: 'Toggl Track', how: 'Reports, Detailed, then export as CSV.' },
  { name: 'Clockify', how: 'Reports, Detailed, then export as CSV.' },
  { name: 'Super Productivity', how: 'Worklog, then export as CSV.' },
  { name: 'A spreadsheet', how: 'Save it as CSV, with headings in the first row.' },
  {
    name: 'Loopready',
    how: 'A JSON or CSV export of your own, encrypted or not, from this or another computer.',
  },
]

/** The first step: a file, chosen or dropped. */
export function ChooseStep({ task }: Readonly<{ task: Import }>) {
  const { error, work } = task.state
  const [isOver, setOver] = useState(false)
  // Dragging over what lies inside leaves and enters again; only the last one counts.
  const depth = useRef(0)
  return (
    <Step
      title="Choose a file"
      lead="You see what an import would do before anything is changed, and can undo it as one step."
      error={error}
    >
      <div
        className="transfer-drop"
        data-over={isOver || undefined}
        onDragEnter={() => {
          depth.current += 1
          setOver(true)
        }}
        onDragLeave={() => {
          depth.current -= 1
          setOver(depth.current > 0)
        }}
        onDrop={() => {
          // The window's own listener takes the file.
          depth.current = 0
          setOver(false)
        }}
      >
        <FileInput aria-hidden />
        <Button variant="primary" pending={work !== null} onClick={task.choose}>
          Choose a file…
        </Button>
        <p>or drop it here. CSV or JSON, 64 MiB at most.</p>
      </div>
      <dl className="transfer-sources">
        {sources.map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </Step>
  )
}
