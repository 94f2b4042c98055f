import { CircleCheck, ClipboardCopy, Stethoscope, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { LastCheck } from '#contract/backups.ts'
import type { CheckUp } from '#contract/diagnostics.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { checkUpFindings } from './check-up-words.ts'
import { useWork } from './use-work.ts'
import { momentText } from './words.ts'
import { WorkLine } from './work-line.tsx'

const DiagnosticsDialog = lazy(() =>
  import('./diagnostics-dialog.tsx').then((module) => ({ default: module.DiagnosticsDialog })),
)

/** Looks whether everything is in order, and says so in plain words. */
export function CheckUpCard({ lastCheck }: Readonly<{ lastCheck: LastCheck | null }>) {
  const work = useWork()
  const [found, setFound] = useState<CheckUp | null>(null)
  const [copies, setCopies] = useState(false)

  const check = async () => {
    const answer = await work.run('Looking at all of the data file…', 'diagnostics.check', {})
    if (answer !== null) setFound(answer.value)
    return answer?.value ?? null
  }
  const copy = async () => {
    const checked = found ?? (await check())
    if (checked !== null) setCopies(true)
  }

  return (
    <Card
      title="Check-up"
      lead={leadOf(lastCheck)}
      actions={
        <Button
          size="s"
          icon={<Stethoscope aria-hidden />}
          pending={work.running !== null}
          onClick={() => void check()}
        >
          Check now
        </Button>
      }
    >
      <WorkLine work={work} canCancel />
      {found !== null && (
        <ul className="safety-findings" aria-label="What the check-up found">
          {checkUpFindings(found).map(({ key, text, isWrong }) => (
            <li key={key} data-wrong={isWrong || undefined}>
              {isWrong ? <TriangleAlert aria-label="Attention" /> : <CircleCheck aria-hidden />}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="safety-actions">
        <Button
          size="s"
          icon={<ClipboardCopy aria-hidden />}
          aria-haspopup="dialog"
          pending={work.running !== null}
          onClick={() => void copy()}
        >
          Copy diagnostics…
        </Button>
      </div>
      <Suspense fallback={null}>
        {copies && found !== null && (
          <DiagnosticsDialog
            text={found.text}
            onClose={() => {
              setCopies(false)
            }}
          />
        )}
      </Suspense>
    </Card>
  )
}

function leadOf(lastCheck: LastCheck | null): string {
  if (lastCheck === null) return 'The whole file is looked at once a week by itself.'
  const result = lastCheck.faults.length === 0 ? 'the file was whole' : 'the file was damaged'
  return `Once a week by itself. Last on ${momentText(lastCheck.at)}: ${result}.`
}
