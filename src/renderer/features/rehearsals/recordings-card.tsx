import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { OutputOf } from '#contract/index.ts'
import { formatCount } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FormError } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { RecordingPlayer } from './recording-player.tsx'
import { formatLabel, sizeText, timeText, titleOf } from './words.ts'
import './recordings-card.css'

type Listed = OutputOf<'rehearsals.recordings'>['recordings'][number]

/** The switch for recording, and what was recorded with the space that it takes. */
export function RecordingsCard() {
  const { data, error, retry } = useCall('rehearsals.recordings', {})
  const setRecording = useWrite('rehearsals.setRecording')
  const restore = useWrite('rehearsals.restoreRecordings')
  const [failed, setFailed] = useState<string | null>(null)

  const turn = async (on: boolean) => {
    const answer = await setRecording.write({ on })
    setFailed(answer.ok ? null : answer.error.message)
    if (answer.ok)
      offerUndo(on ? 'Rehearsals will be recorded.' : 'Recording is switched off.', answer.change)
  }
  const putBack = async (id: string) => {
    const answer = await restore.write({ ids: [id] })
    setFailed(answer.ok ? null : answer.error.message)
    if (answer.ok) offerUndo('Recording put back.', answer.change)
  }
  if (data === undefined)
    return (
      <Card title="Recordings">
        {error === null ? (
          <Skeleton lines={3} />
        ) : (
          <Button onClick={retry}>Could not be read. Try again</Button>
        )}
      </Card>
    )
  const kept = data.recordings.filter(({ deletedAt }) => deletedAt === null)
  const deleted = data.recordings.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <Card title="Recordings" lead={spaceOf(kept.length, data)}>
      <label className="rehearse-switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={data.on}
          checked={data.on}
          onChange={(event) => void turn(event.target.checked)}
        />
        <span>
          Record my rehearsals
          <span className="ui-hint">
            Off unless you switch it on. Sound stays on this computer, readable by you alone, and is
            in no export.
          </span>
        </span>
      </label>
      <FormError>{failed}</FormError>
      {kept.length > 0 && (
        <ul className="rehearse-recordings" aria-label="Recordings, latest first">
          {kept.map((recording) => (
            <li key={recording.id}>
              <span dir="auto">{nameOf(recording)}</span>
              <RecordingPlayer recording={recording} name={nameOf(recording)} />
            </li>
          ))}
        </ul>
      )}
      {deleted.length > 0 && (
        <details className="rehearse-recordings-gone">
          <summary>
            {formatCount(deleted.length, { one: 'recording', many: 'recordings' })} in the trash,{' '}
            {sizeText(data.trashBytes)}
          </summary>
          <p className="ui-hint">
            Deleted for good after 30 days, or when you empty the trash in the log.
          </p>
          <ul className="rehearse-recordings">
            {deleted.map((recording) => (
              <li key={recording.id}>
                <span dir="auto">{nameOf(recording)}</span>
                <Button
                  size="s"
                  icon={<Undo2 aria-hidden />}
                  aria-label={`Put back the recording of ${nameOf(recording)}`}
                  onClick={() => void putBack(recording.id)}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function spaceOf(count: number, { bytes }: Readonly<{ bytes: number }>): string {
  if (bytes === 0) return 'Nothing is recorded.'
  return `${formatCount(count, { one: 'recording', many: 'recordings' })}. ${sizeText(bytes)} used on disk.`
}

function nameOf({ story, format, startedAt }: Listed): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
  return `${titleOf(story)}, ${formatLabel(format)}, ${day.format(Date.parse(startedAt))} ${timeText(startedAt)}`
}
