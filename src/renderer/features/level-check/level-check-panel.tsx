import type { Finding, StoryCheck } from '#contract/level-check.ts'
import { formatCount } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Notice } from '../../ui/states.tsx'
import { DismissedFinding, OpenFinding, type GoTo } from './finding-item.tsx'
import { ScopeTable } from './scope-table.tsx'
import './level-check.css'

export type LevelCheckPanelProps = Readonly<{
  storyId: string
  /** True while something typed is still to be saved: the check is of what is saved. */
  isUnsaved?: boolean
  /** Moves to a field of the editor, and selects a range of its text. Without it, findings only say which. */
  onGoTo?: GoTo
}>

/** What the rules say about one story, and the same story beside every level. */
export function LevelCheckPanel({ storyId, isUnsaved = false, onGoTo }: LevelCheckPanelProps) {
  const reading = useCall('stories.check', { id: storyId })
  const { data } = reading
  if (data === undefined)
    return (
      <Unanswered compact readings={[reading]}>
        <Skeleton lines={6} />
      </Unanswered>
    )
  return <Checked check={data} isUnsaved={isUnsaved} onGoTo={onGoTo} />
}

function Checked({
  check,
  isUnsaved,
  onGoTo,
}: Readonly<{
  check: StoryCheck
  isUnsaved: boolean
  onGoTo: GoTo | undefined
}>) {
  const target = check.levels.find(({ isTarget }) => isTarget)
  const all = [...(target?.findings ?? []), ...check.general]
  const open = clearFirst(all.filter(({ dismissal }) => dismissal === null))
  const dismissed = all.filter(({ dismissal }) => dismissal !== null)
  return (
    <div className="check">
      <header className="check-head">
        <h2>Level check</h2>
        <p className="check-sum" aria-live="polite">
          {summary(open)}
          {isUnsaved ? ' Not saved yet: the check follows.' : ''}
        </p>
      </header>
      {!check.readsWords && (
        <Notice>
          The rules that look for words know English only, so they leave this story alone. The
          figures and lengths are judged all the same.
        </Notice>
      )}
      {open.length > 0 && (
        <ul className="check-list" aria-label="Findings">
          {open.map((finding, index) => (
            <OpenFinding
              // A rule can find several things in one field.
              key={`${finding.dismissAs} ${finding.field} ${index}`}
              storyId={check.id}
              finding={finding}
              // The places are those of the text that is saved.
              hasPlaces={!isUnsaved}
              onGoTo={onGoTo}
            />
          ))}
        </ul>
      )}
      <ScopeTable levels={check.levels} />
      {dismissed.length > 0 && (
        <details className="check-dismissed">
          <summary>{`Marked as intended: ${dismissed.length}`}</summary>
          <ul className="check-list">
            {dismissed.map((finding, index) => (
              <DismissedFinding
                key={`${finding.dismissAs} ${finding.field} ${index}`}
                storyId={check.id}
                finding={finding}
              />
            ))}
          </ul>
        </details>
      )}
      <p className="check-note">
        Advice by plain rules, never a verdict: a good story may bend them. Nothing here keeps a
        story from being ready.
      </p>
    </div>
  )
}

function clearFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => Number(a.severity === 'mild') - Number(b.severity === 'mild'))
}

function summary(open: readonly Finding[]): string {
  if (open.length === 0) return 'Nothing found.'
  const clear = open.filter(({ severity }) => severity === 'clear').length
  const mild = open.length - clear
  return `${[
    ...(clear > 0 ? [formatCount(clear, { one: 'clear finding', many: 'clear findings' })] : []),
    ...(mild > 0 ? [formatCount(mild, { one: 'mild one', many: 'mild ones' })] : []),
  ].join(', ')}.`
}
