import { ArrowDown, ArrowUp, Pencil, TriangleAlert, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Evidence } from '#contract/evidence.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/states.tsx'
import { changeInWords, figureInWords } from './figure-words.ts'
import './figures.css'

const FigureDialog = lazy(() =>
  import('./figure-dialog.tsx').then((module) => ({ default: module.FigureDialog })),
)
const ChooseDialog = lazy(() =>
  import('./choose-dialog.tsx').then((module) => ({ default: module.ChooseDialog })),
)

type Open = Readonly<{ kind: 'new' } | { kind: 'choose' } | { kind: 'edit'; figure: Evidence }>

/** The numbers of a story: figures of the ledger, in the order in which they are told. */
export function StoryResults({
  ids,
  onIds,
  error,
}: Readonly<{
  ids: readonly string[]
  onIds: (ids: readonly string[]) => void
  error: string | undefined
}>) {
  const { data: figures } = useCall('evidence.list', { ids: [...ids] }, { enabled: ids.length > 0 })
  const { data: conflicts = [] } = useCall('evidence.conflicts', {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => {
    setOpen(null)
  }
  const own = conflicts.filter((conflict) => conflict.ids.some((id) => ids.includes(id)))
  const move = (at: number, by: 1 | -1) => {
    const id = ids[at]
    if (id !== undefined) onIds(ids.toSpliced(at, 1).toSpliced(at + by, 0, id))
  }
  return (
    <Card
      title="Results in numbers"
      lead="Figures of the ledger: stored once, with unit, period and source, and used wherever they prove something."
      actions={
        <>
          <Button
            size="s"
            onClick={() => {
              setOpen({ kind: 'choose' })
            }}
          >
            Pick from the ledger
          </Button>
          <Button
            size="s"
            onClick={() => {
              setOpen({ kind: 'new' })
            }}
          >
            New figure
          </Button>
        </>
      }
    >
      {ids.length === 0 && (
        <p className="figures-none">
          No number yet. A result that nobody measured is the first thing an interviewer asks about.
        </p>
      )}
      <ul className="figures-results" aria-label="Results of the story">
        {ids.map((id, at) => {
          const figure = figures?.find((candidate) => candidate.id === id)
          const metric = figure?.metric ?? 'A figure that is no longer in the ledger'
          return (
            <li key={id}>
              <div>
                <span dir="auto">{metric}</span>
                {figure !== undefined && (
                  <span className="figures-line">
                    <strong>{figureInWords(figure) || 'No number yet'}</strong>{' '}
                    {[changeInWords(figure), figure.period]
                      .filter((text) => text !== '')
                      .join(', ')}
                  </span>
                )}
                {figure !== undefined && figure.deletedAt !== null && (
                  <span className="figures-line">In the trash</span>
                )}
              </div>
              <IconButton
                size="s"
                label={`Move up: ${metric}`}
                icon={<ArrowUp aria-hidden />}
                disabled={at === 0}
                onClick={() => {
                  move(at, -1)
                }}
              />
              <IconButton
                size="s"
                label={`Move down: ${metric}`}
                icon={<ArrowDown aria-hidden />}
                disabled={at === ids.length - 1}
                onClick={() => {
                  move(at, 1)
                }}
              />
              {figure !== undefined && (
                <IconButton
                  size="s"
                  label={`Edit figure: ${metric}`}
                  icon={<Pencil aria-hidden />}
                  onClick={() => {
                    setOpen({ kind: 'edit', figure })
                  }}
                />
              )}
              <IconButton
                size="s"
                label={`Take out of the story: ${metric}`}
                title="Take out of the story; it stays in the ledger"
                icon={<X aria-hidden />}
                onClick={() => {
                  onIds(ids.filter((other) => other !== id))
                }}
              />
            </li>
          )
        })}
      </ul>
      {own.map((conflict) => (
        <Notice
          key={`${conflict.metric} ${conflict.figure} ${conflict.value}`}
          tone="caution"
          icon={<TriangleAlert aria-hidden />}
        >
          {conflict.message}
        </Notice>
      ))}
      {error !== undefined && <FieldError>{error}</FieldError>}
      <Suspense fallback={null}>
        {open?.kind === 'new' && (
          <FigureDialog
            onClose={close}
            onSaved={({ id }) => {
              if (!ids.includes(id)) onIds([...ids, id])
            }}
          />
        )}
        {open?.kind === 'edit' && <FigureDialog figure={open.figure} onClose={close} />}
        {open?.kind === 'choose' && (
          <ChooseDialog
            chosen={ids}
            onClose={close}
            onChosen={onIds}
            onNew={() => {
              setOpen({ kind: 'new' })
            }}
          />
        )}
      </Suspense>
    </Card>
  )
}
