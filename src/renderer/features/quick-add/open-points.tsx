import { CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import type { QuickAdd } from '#contract/quick-add.ts'
import { Choices, type Choice } from './choices.tsx'
import { isStill, removalOf, typeInto, type ReadStretch, type Stretch } from './line-edits.ts'
import type { PlanCategory } from '../../bridge/plan-categories.ts'
import './open-points.css'

const commonDurations = ['25m', '45m', '1h', '90m', '2h']
/** The line's beginning is never inside the note. */
const atTheBeginning: Stretch = { start: 0, end: 0 }

/** What stands between the line and its being logged: what is not understood, what is unclear, what is missing. */
export function OpenPoints({
  reading: { chips, unknown, ambiguous, missing },
  line,
  input,
  categories,
  isUrgent,
}: Readonly<{
  reading: QuickAdd
  line: string
  input: RefObject<HTMLInputElement | null>
  categories: readonly PlanCategory[]
  /** Enter was pressed: now these are the reason why nothing was logged. */
  isUrgent: boolean
}>) {
  if (unknown.length + ambiguous.length + missing.length === 0) return null
  const type = (stretch: Stretch, text: string) => {
    if (input.current !== null) typeInto(input.current, stretch, text)
  }
  const typeAt = (stretch: ReadStretch, text: string) => {
    if (isStill(line, stretch)) type(stretch, text)
  }
  const add = (text: string) => {
    type(atTheBeginning, `${text} `)
  }
  const hasNote = chips.some(({ kind }) => kind === 'note')
  /** While something is unclear it may turn out to be what is missing. */
  const isSettled = unknown.length + ambiguous.length === 0
  return (
    <ul className="quick-add-points" aria-label="To settle" data-urgent={isUrgent || undefined}>
      {unknown.map((stretch) => (
        <Point
          key={stretch.start}
          message={stretch.message}
          choices={[
            { label: `Remove “${shortened(stretch.text)}”`, replacement: '' },
            { label: 'Put it in the note', replacement: stretch.text },
          ]}
          onChoose={(kept) => {
            if (input.current === null || !isStill(line, stretch)) return
            type(removalOf(line, stretch), '')
            const end = input.current.value.length
            if (kept !== '') type({ start: end, end }, hasNote ? ` ${kept}` : `: ${kept}`)
          }}
          icon={<TriangleAlert aria-hidden />}
        />
      ))}
      {ambiguous.map((question) => (
        <Point
          key={question.start}
          message={question.message}
          choices={question.choices}
          onChoose={(replacement) => {
            typeAt(question, replacement)
          }}
          icon={<CircleHelp aria-hidden />}
        />
      ))}
      {missing.includes('duration') && (
        <Point
          message="The duration is missing."
          choices={
            isSettled ? commonDurations.map((text) => ({ label: text, replacement: text })) : []
          }
          onChoose={add}
          icon={<CircleHelp aria-hidden />}
        />
      )}
      {missing.includes('category') && (
        <Point
          message="The category is missing."
          choices={
            isSettled
              ? categories.map(({ slug, name, position }) => ({
                  label: name,
                  replacement: slug,
                  position,
                }))
              : []
          }
          onChoose={add}
          icon={<CircleHelp aria-hidden />}
        />
      )}
    </ul>
  )
}

function Point({
  message,
  choices,
  onChoose,
  icon,
}: Readonly<{
  message: string
  choices: readonly Choice[]
  onChoose: (replacement: string) => void
  icon: ReactNode
}>) {
  return (
    <li className="quick-add-point">
      {icon}
      <span className="quick-add-point-message">{message}</span>
      {choices.length > 0 && <Choices label={message} choices={choices} onChoose={onChoose} />}
    </li>
  )
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
