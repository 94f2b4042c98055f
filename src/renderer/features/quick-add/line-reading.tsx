import { Clock } from 'lucide-react'
import type { RefObject } from 'react'
import { usePlanCategories } from '../../bridge/plan-categories.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { Chips } from './chips.tsx'
import { OpenPoints } from './open-points.tsx'
import type { LineReading } from './use-reading.ts'
import { inWords, type SavingLine } from './use-save-line.ts'
import './line-reading.css'

/** Below the line: what it is understood as, what is still open, and why it was not logged. */
export function LineReadingView({
  line,
  input,
  read: { reading, error },
  saving: { refusal, pending },
  onLogAnyway,
}: Readonly<{
  line: string
  input: RefObject<HTMLInputElement | null>
  read: LineReading
  saving: SavingLine
  onLogAnyway: () => void
}>) {
  const categories = usePlanCategories() ?? []
  const why = refusal?.line === line ? refusal : null
  const failure = why?.kind === 'error' ? why.error : error
  const isUnclear = why?.kind === 'unclear'
  return (
    <div className="quick-add-reading">
      {failure?.code === 'overlap' ? (
        <Notice
          tone="caution"
          role="alert"
          icon={<Clock aria-hidden />}
          actions={
            <Button size="s" pending={pending} onClick={onLogAnyway}>
              Log anyway
            </Button>
          }
        >
          {failure.message} {failure.hint}
        </Notice>
      ) : (
        failure !== null && (
          <div role="alert">
            <FieldError>
              {failure.message} {failure.hint}
            </FieldError>
          </div>
        )
      )}
      {reading !== undefined && (
        <>
          <Chips
            chips={reading.chips}
            line={line}
            input={input}
            categories={categories}
            unsaid={unsaidStart(reading)}
          />
          <OpenPoints
            reading={reading}
            line={line}
            input={input}
            categories={categories}
            isUrgent={isUnclear}
          />
        </>
      )}
      <output className="ui-hidden">
        {isUnclear ? 'Not logged yet. ' : ''}
        {reading === undefined ? '' : spoken(reading)}
      </output>
    </div>
  )
}

/** The whole reading as one sentence after another, for whoever does not see the chips. */
function spoken(reading: NonNullable<LineReading['reading']>): string {
  const understood = inWords(reading)
  return [
    understood === '' ? '' : `Understood: ${understood}.`,
    ...[...reading.unknown, ...reading.ambiguous].map(({ message }) => message),
    ...reading.missing.map((what) => `The ${what} is missing.`),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What the engine takes for a start that the line does not give in full; null when it does. */
function unsaidStart({ session }: NonNullable<LineReading['reading']>): string | null {
  if (session === null || session.time !== undefined) return null
  return session.date === undefined ? 'Starts now' : 'Starts at the present time of day'
}
