import { ListFilter } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ChecklistRow } from '#contract/checklist.ts'
import type { OutputOf } from '#contract/index.ts'
import {
  checklistGapLabel,
  checklistGaps,
  checklistStateLabel,
  hasGap,
  WORTH_RULE,
  type ChecklistGap,
} from '#domain/checklist.ts'
import { decimals, formatPercent } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Kbd } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { ChecklistGroupCard } from './checklist-group.tsx'
import { proofsOf } from './checklist-states.ts'
import { Explained } from './explained.tsx'
import { NotInPlaybook } from './not-in-playbook.tsx'
import { ReadingScreen } from './reading-screen.tsx'
import { RemovedItems } from './removed-items.tsx'
import { StateBar } from './state-bar.tsx'
import { useChecklistKeys } from './use-checklist-keys.ts'
import { useEvidenceToOpen } from './evidence-to-open.ts'
import { useSetState } from './use-checklist-writes.ts'
import './career.css'
import './checklist.css'

const ChecklistWindow = lazy(() =>
  import('./checklist-window.tsx').then((module) => ({ default: module.ChecklistWindow })),
)

/** Which items are listed; it stays while other pages are looked at. */
const shownGap = createStore<ChecklistGap | 'all'>('all')

/** Every item of the level, with what was said of it and what proves it. */
export function ChecklistPage() {
  const reading = useCall('checklist.get', {})
  return (
    <ReadingScreen
      title="Checklist"
      reading={reading}
      lead={({ name }) => `${name}: what you can show, and what proves it`}
    >
      {(data) =>
        data.groups.length === 0 ? (
          <NotInPlaybook part="checklist" name={data.name} />
        ) : (
          <ChecklistView data={data} />
        )
      }
    </ReadingScreen>
  )
}

/** Details that are open: of which item, and what the person was sent there for. */
type Opened = Readonly<{ item: string; needsStory: boolean }>

function ChecklistView({ data }: Readonly<{ data: OutputOf<'checklist.get'> }>) {
  const { level, groups, progress } = data
  const asked = useEvidenceToOpen()
  const [opened, setOpened] = useState<Opened | null>(
    asked === null ? null : { item: asked, needsStory: false },
  )
  const gap = useStore(shownGap)
  const list = useRef<HTMLDivElement>(null)
  const rows = groups.flatMap(({ items }) => items)
  const inGap = (row: ChecklistRow, which: ChecklistGap | 'all') =>
    which === 'all' || hasGap(which, { ...row, stories: row.stories.length, proofs: proofsOf(row) })
  const shown = rows.filter((row) => inGap(row, gap))
  const setState = useSetState(level, (item) => {
    setOpened({ item, needsStory: true })
  })
  const { current, focus, onKeyDown } = useChecklistKeys(list, shown, setState)
  const openRow = rows.find(({ item }) => item === opened?.item)

  return (
    <>
      <Card title="Progress with evidence">
        <div className="career-summary">
          <div className="career-big">
            <span className="career-big-number">
              <Explained
                about="progress with evidence"
                figure={<span>{formatPercent(progress.progress)}</span>}
                formula={WORTH_RULE}
                numbers={`${decimals(progress.progress * progress.items, 1)} / ${progress.items} = ${formatPercent(progress.progress)}`}
                source="A rule of Loopready, not of the playbook. Your confidence and items of your own take no part."
              />
            </span>
            <span className="career-big-label">
              {progress.withEvidence} of {progress.items} items with evidence
            </span>
          </div>
          <StateBar
            label="Items by state"
            parts={[
              {
                key: 'shown-with-story',
                label: 'shown with a story',
                count: progress.shownWithStory,
              },
              { key: 'shown', label: 'shown', count: progress.shown },
              { key: 'partial', label: 'partial', count: progress.partial },
              { key: 'open', label: 'open', count: progress.open },
            ]}
          />
        </div>
      </Card>

      <div className="checklist-bar">
        <Select
          label="Show"
          value={gap}
          onValue={(value) => {
            shownGap.set(checklistGaps.find((each) => each === value) ?? 'all')
          }}
          options={[
            { value: 'all', label: `All items (${rows.length})` },
            ...checklistGaps.map((each) => ({
              value: each,
              label: `${checklistGapLabel(each)} (${rows.filter((row) => inGap(row, each)).length})`,
            })),
          ]}
        />
        <p className="checklist-keys">
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
          </span>
          <span>
            <Kbd>0</Kbd> to <Kbd>3</Kbd> {checklistStateLabel('open').toLowerCase()}, partial,
            shown, with a story
          </span>
          <span>
            <Kbd>Enter</Kbd> details
          </span>
        </p>
      </div>

      <div ref={list} className="checklist-groups">
        {groups.map((group, index) => (
          <ChecklistGroupCard
            key={group.id}
            level={level}
            group={group}
            isFirstOfSection={groups[index - 1]?.section !== group.section}
            shown={group.items.filter((row) => shown.includes(row))}
            isFiltered={gap !== 'all'}
            current={current}
            onFocus={focus}
            onKeyDown={onKeyDown}
            onOpen={(item) => {
              setOpened({ item, needsStory: false })
            }}
            onState={(row, state) => void setState(row, state)}
          />
        ))}
        {shown.length === 0 && (
          <EmptyState
            icon={<ListFilter />}
            title="No item has this gap"
            actions={
              <Button
                onClick={() => {
                  shownGap.set('all')
                }}
              >
                Show all items
              </Button>
            }
          >
            Choose another gap, or look at the whole list.
          </EmptyState>
        )}
      </div>
      <RemovedItems removed={data.removed} />

      <Suspense fallback={null}>
        {opened !== null && openRow !== undefined && (
          <ChecklistWindow
            key={openRow.item}
            level={level}
            row={openRow}
            group={groups.find(({ id }) => id === openRow.group)?.name ?? ''}
            needsStory={opened.needsStory}
            onClose={() => {
              setOpened(null)
              focus(openRow.item)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
