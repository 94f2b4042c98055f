import { Pencil, Plus, Scale, Trash2, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Evidence, EvidenceConflict } from '#contract/evidence.ts'
import type { OutputOf } from '#contract/index.ts'
import { writeAmount } from '#domain/amount.ts'
import { formatCount } from '#domain/readable.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FilterSearch } from '../../ui/filter.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { showToast } from '../../ui/toasts.ts'
import { changeInWords } from './figure-words.ts'
import './figures.css'

const FigureDialog = lazy(() =>
  import('./figure-dialog.tsx').then((module) => ({ default: module.FigureDialog })),
)

const DeletedFigures = lazy(() =>
  import('./deleted-figures.tsx').then((module) => ({ default: module.DeletedFigures })),
)

type Listed = OutputOf<'evidence.list'>[number]
const unit = { one: 'figure', many: 'figures' }

/** The evidence ledger: every number once, where it is used, and what contradicts what. */
export function FiguresScreen({ storyPath }: Readonly<{ storyPath: (id: string) => string }>) {
  const [search, setSearch] = useState('')
  const searchField = useRef<HTMLInputElement>(null)
  const reading = useCall('evidence.list', {})
  const { data: all } = reading
  const found = useCall('evidence.list', search.trim() === '' ? {} : { text: search }, {
    keepsLast: true,
  })
  const { data: conflicts = [] } = useCall('evidence.conflicts', {})
  const [open, setOpen] = useState<Evidence | 'new' | null>(null)
  const [hasTrash, setTrash] = useState(false)
  const add = (
    <>
      <IconButton
        label="Deleted figures"
        icon={<Trash2 aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => {
          setTrash(true)
        }}
      />
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onClick={() => {
          setOpen('new')
        }}
      >
        New figure
      </Button>
    </>
  )
  const dialog = (
    <Suspense fallback={null}>
      {hasTrash && (
        <DeletedFigures
          onClose={() => {
            setTrash(false)
          }}
        />
      )}
      {open !== null && (
        <FigureDialog
          {...(open === 'new' ? {} : { figure: open })}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </Suspense>
  )
  if (all === undefined)
    return (
      <Screen title="Figures">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  if (all.length === 0)
    return (
      <Screen title="Figures">
        <Card>
          <EmptyState icon={<Scale />} title="No figure is entered yet" actions={add}>
            A number that you will say in an interview belongs here: what was measured, before and
            after, its unit, its period and where it can be looked up. It is stored once. Stories
            and the checklist use it, and two readings of the same number are pointed out.
          </EmptyState>
        </Card>
        {dialog}
      </Screen>
    )
  return (
    <Screen
      title="Figures"
      lead={`${formatCount(all.length, unit)}${conflicts.length === 0 ? '' : `, ${formatCount(conflicts.length, { one: 'contradiction', many: 'contradictions' })}`}`}
      actions={add}
    >
      {conflicts.map((conflict) => (
        <ConflictNotice key={conflict.ids.join() + conflict.figure} conflict={conflict} />
      ))}
      <search aria-label="Search the figures">
        <FilterSearch
          ref={searchField}
          label="Search the figures"
          placeholder="Search metric, unit, period, source or note"
          value={search}
          onValue={setSearch}
        />
      </search>
      <Card flush>
        {found.data === undefined ? (
          <Unanswered compact readings={[found]}>
            <Skeleton lines={6} />
          </Unanswered>
        ) : found.data.length === 0 ? (
          <EmptyState
            compact
            title="No figure has these words"
            actions={
              <Button
                onClick={() => {
                  setSearch('')
                }}
              >
                Show all figures
              </Button>
            }
          />
        ) : (
          <FigureTable
            figures={found.data}
            conflicts={conflicts}
            storyPath={storyPath}
            onEdit={setOpen}
          />
        )}
      </Card>
      {dialog}
    </Screen>
  )
}

function ConflictNotice({ conflict }: Readonly<{ conflict: EvidenceConflict }>) {
  return (
    <Notice tone="caution" icon={<TriangleAlert aria-hidden />}>
      {conflict.message}
    </Notice>
  )
}

function FigureTable({
  figures,
  conflicts,
  storyPath,
  onEdit,
}: Readonly<{
  figures: readonly Listed[]
  conflicts: readonly EvidenceConflict[]
  storyPath: (id: string) => string
  onEdit: (figure: Evidence) => void
}>) {
  const { write } = useWrite('evidence.remove')
  const remove = async ({ id, metric }: Evidence) => {
    const answer = await write({ ids: [id] })
    if (answer.ok) offerUndo(`“${metric}” moved to the trash.`, answer.change)
    else
      showToast({
        message: [answer.error.message, answer.error.hint ?? ''].join(' ').trim(),
        tone: 'negative',
      })
  }
  const number = (value: number | null) => (value === null ? '' : writeAmount(value))
  return (
    <Table caption="Figures of the evidence ledger, by metric" className="figures-table">
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col" className="ui-number">
            Before
          </th>
          <th scope="col" className="ui-number">
            After
          </th>
          <th scope="col" className="ui-number figures-extra">
            Change
          </th>
          <th scope="col" className="ui-number figures-extra">
            Target
          </th>
          <th scope="col">Unit</th>
          <th scope="col">Period</th>
          <th scope="col">Used by</th>
          <th scope="col">
            <span className="ui-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id}>
            <th scope="row" dir="auto">
              {figure.metric}
              {conflicts.some(({ ids }) => ids.includes(figure.id)) && (
                <>
                  {' '}
                  <Badge tone="caution" icon={<TriangleAlert aria-hidden />}>
                    Contradiction
                  </Badge>
                </>
              )}
              {figure.source !== '' && <span className="figures-line">{figure.source}</span>}
            </th>
            <td className="ui-number">{number(figure.baseline)}</td>
            <td className="ui-number">{number(figure.achieved)}</td>
            <td className="ui-number figures-extra">{changeInWords(figure)}</td>
            <td className="ui-number figures-extra">{number(figure.target)}</td>
            <td>{figure.unit}</td>
            <td>{figure.period}</td>
            <td className="figures-used">
              <UsedBy figure={figure} storyPath={storyPath} />
            </td>
            <td className="figures-actions">
              <IconButton
                size="s"
                label={`Edit ${figure.metric}`}
                icon={<Pencil aria-hidden />}
                onClick={() => {
                  onEdit(figure)
                }}
              />
              <IconButton
                size="s"
                label={`Delete ${figure.metric}`}
                icon={<Trash2 aria-hidden />}
                onClick={() => void remove(figure)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function UsedBy({
  figure: { usedBy },
  storyPath,
}: Readonly<{ figure: Listed; storyPath: (id: string) => string }>) {
  if (usedBy.stories.length + usedBy.links.length === 0)
    return <span className="figures-none">Nothing yet</span>
  return (
    <ul className="figures-uses">
      {usedBy.stories.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${storyPath(id)}`} dir="auto">
            {title.trim() === '' ? 'Untitled story' : title}
          </a>
        </li>
      ))}
      {usedBy.links.map(({ kind, playbook, item }) => (
        <li key={`${kind} ${playbook} ${item}`}>
          {playbook} {kind === 'indicator' ? 'metric' : 'checklist'}: {item.replaceAll('-', ' ')}
        </li>
      ))}
    </ul>
  )
}
