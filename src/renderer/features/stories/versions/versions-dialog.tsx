import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { StoryVersionRow, TextSegment } from '#contract/stories.ts'
import { formatCount } from '#domain/readable.ts'
import { offerUndo } from '../../../bridge/history.ts'
import { useCall, useWrite } from '../../../bridge/queries.ts'
import { Unanswered } from '../../../bridge/unanswered.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormError } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { titleOf } from '../story-words.ts'
import { foldedSegments } from './folded-segments.ts'
import '../stories.css'
import './versions-dialog.css'

const origins: Readonly<Record<StoryVersionRow['origin'], string>> = {
  created: 'Created',
  edited: 'Edited',
  restored: 'Restored',
  imported: 'Imported',
}
const character = { one: 'character', many: 'characters' }

type Against = 'now' | 'before'

/** Every version that is kept of a story, what changed in it, and the way back to it. */
export function VersionsDialog({ id, onClose }: Readonly<{ id: string; onClose: () => void }>) {
  const reading = useCall('stories.versions', { id })
  const { data: versions } = reading
  const [chosen, setChosen] = useState<number | null>(null)
  const [against, setAgainst] = useState<Against>('before')
  const restore = useWrite('stories.restoreVersion')
  const [failed, setFailed] = useState<string | null>(null)
  const current = versions?.find((row) => row.current)
  const shown = versions?.find((row) => row.version === chosen) ?? current ?? versions?.[0]
  const older = versions?.[versions.indexOf(shown ?? versions[0] ?? noRow) + 1]

  const bringBack = async (row: StoryVersionRow) => {
    const answer = await restore.write({ id, version: row.version })
    setFailed(answer.ok ? null : [answer.error.message, answer.error.hint ?? ''].join(' ').trim())
    if (!answer.ok) return
    const { lostResults } = answer.value
    const lost =
      lostResults === 0
        ? ''
        : ` ${formatCount(lostResults, { one: 'figure', many: 'figures' })} of it are no longer in the ledger.`
    offerUndo(`The version of ${momentOf(row.savedAt)} is back.${lost}`, answer.change)
    onClose()
  }

  return (
    <Dialog
      open
      size="l"
      title="Versions"
      description="One for each stretch of writing, also those that were undone. The last 200 are kept."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {shown !== undefined && (
            <Button
              variant="primary"
              icon={<RotateCcw aria-hidden />}
              pending={restore.pending}
              disabled={shown.current}
              onClick={() => void bringBack(shown)}
            >
              {shown.current ? 'This is the story now' : 'Restore this version'}
            </Button>
          )}
        </>
      }
    >
      {versions === undefined ? (
        <Unanswered compact readings={[reading]}>
          <Skeleton lines={8} />
        </Unanswered>
      ) : (
        <div className="stories-versions">
          <fieldset className="stories-version-list">
            <legend className="ui-hidden">Version</legend>
            {versions.map((row) => (
              <label key={row.version}>
                <input
                  type="radio"
                  name="version"
                  checked={row.version === shown?.version}
                  onChange={() => {
                    setChosen(row.version)
                  }}
                />
                <span className="stories-version-when">
                  {momentOf(row.savedAt)}
                  {row.current && <Badge tone="accent">Now</Badge>}
                </span>
                <span className="stories-faint">
                  {origins[row.origin]}, {formatCount(row.characters, character)}
                </span>
                <span className="stories-version-title" dir="auto">
                  {titleOf(row)}
                </span>
              </label>
            ))}
          </fieldset>
          <div className="stories-version-changes">
            {shown !== undefined && (
              <>
                <Segmented
                  label="Compare with"
                  value={against}
                  options={[
                    { value: 'before', label: 'The version before' },
                    { value: 'now', label: 'The story now' },
                  ]}
                  onValue={setAgainst}
                />
                {against === 'now' && current !== undefined && !shown.current ? (
                  <Changes id={id} from={shown.version} to={current.version} />
                ) : against === 'before' && older !== undefined ? (
                  <Changes id={id} from={older.version} to={shown.version} />
                ) : (
                  <p className="stories-none">
                    {shown.current && against === 'now'
                      ? 'This is the story as it is now.'
                      : 'This is the first version that is kept.'}
                  </p>
                )}
              </>
            )}
            <FormError>{failed}</FormError>
          </div>
        </div>
      )}
    </Dialog>
  )
}

// Stands in where there is no version at all, which cannot be: then nothing comes before it.
const noRow = { version: 0 } as StoryVersionRow

/** What changed between two versions, field by field. */
function Changes({ id, from, to }: Readonly<{ id: string; from: number; to: number }>) {
  const { data: changes, error } = useCall('stories.diff', { id, from, to })
  if (error !== null && changes === undefined) return <p role="alert">{error.message}</p>
  if (changes === undefined) return <Skeleton lines={5} />
  if (changes.length === 0) return <p className="stories-none">Nothing is different.</p>
  return (
    <dl className="stories-changes">
      {changes.map(({ field, label, segments }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd dir="auto">
            {foldedSegments(segments).map((segment, index) => (
              // The segments of two versions never change places.
              <Segment key={index} segment={segment} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Segment({ segment: { kind, text } }: Readonly<{ segment: TextSegment }>) {
  if (kind === 'same') return <span>{text}</span>
  const said = kind === 'added' ? ' added: ' : ' removed: '
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="ui-hidden">{said}</span>
      {text}
    </Tag>
  )
}

const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant on the clock of this computer. */
function momentOf(instant: string): string {
  return moments.format(new Date(instant))
}
