import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Rehearsal } from '#contract/rehearsals.ts'
import type { Story } from '#contract/story.ts'
import { compareWhole, summaryOf } from '#domain/rehearsals/compare.ts'
import { formatDay } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/states.tsx'
import { LogForm } from './log-form.tsx'
import { PartTable } from './part-table.tsx'
import { RatingForm } from './rating-form.tsx'
import { RecordingPlayer } from './recording-player.tsx'
import { formatLabel, timeText } from './words.ts'
import './review-view.css'

/** A rehearsal afterwards: its times, how it went, and what can be made of it. */
export function ReviewView({
  story,
  rehearsal,
  tolerancePercent,
  onAgain,
}: Readonly<{
  story: Story
  rehearsal: Rehearsal
  tolerancePercent: number
  onAgain: () => void
}>) {
  const when = `${formatDay(rehearsal.studyDay)}, ${timeText(rehearsal.startedAt)}`
  return (
    <>
      <Card
        title={`${formatLabel(rehearsal.format)}, ${when}`}
        lead={summaryOf(rehearsal.parts, rehearsal.format, tolerancePercent)}
        actions={
          <Button size="s" icon={<RotateCcw aria-hidden />} onClick={onAgain}>
            Rehearse again
          </Button>
        }
      >
        <PartTable rehearsal={rehearsal} tolerancePercent={tolerancePercent} />
        <StatusOffer story={story} rehearsal={rehearsal} tolerancePercent={tolerancePercent} />
      </Card>
      <div className="rehearse-review-columns">
        <Card title="Your rating">
          <RatingForm key={rehearsal.id} rehearsal={rehearsal} />
        </Card>
        <div className="rehearse-review-column">
          <Card title="Study session">
            <LogForm key={rehearsal.id} rehearsal={rehearsal} />
          </Card>
          {rehearsal.recording !== null && (
            <Card title="Recording" lead="Kept on this computer only, and in no export.">
              <RecordingPlayer
                key={rehearsal.recording.id}
                recording={rehearsal.recording}
                name={when}
              />
            </Card>
          )}
        </div>
      </div>
    </>
  )
}

/** A ready story that kept to its time may be called rehearsed: offered, never done. */
function StatusOffer({
  story,
  rehearsal,
  tolerancePercent,
}: Readonly<{ story: Story; rehearsal: Rehearsal; tolerancePercent: number }>) {
  const { write, pending } = useWrite('stories.setStatus')
  const [failed, setFailed] = useState<string | null>(null)
  const { verdict } = compareWhole(rehearsal.parts, rehearsal.format, tolerancePercent)
  if (story.status !== 'ready' || verdict !== 'within') return null
  const move = async () => {
    const answer = await write({ id: story.id, status: 'rehearsed' })
    if (answer.ok) offerUndo('Story marked as rehearsed.', answer.change)
    else setFailed(answer.error.message)
  }
  return (
    <Notice
      actions={
        <Button size="s" pending={pending} onClick={() => void move()}>
          Mark as rehearsed
        </Button>
      }
    >
      {failed ?? 'You kept to the time. The story is ready; you can call it rehearsed now.'}
    </Notice>
  )
}
