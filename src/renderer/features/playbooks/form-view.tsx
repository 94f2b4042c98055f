import { FileWarning, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Editing } from './editing.ts'
import { EvidenceParts } from './form-evidence.tsx'
import { BookNumber, BookRows, BookText, EditingProvider, useEdited } from './form-fields.tsx'
import { MilestonesPart } from './form-milestones.tsx'
import { rowsAt, slugOf, textAt, valueAt, type Path } from './form-values.ts'

/** The main parts of a playbook as fields; each edit is one of the text. */
export function FormView({ editing, onText }: Readonly<{ editing: Editing; onText: () => void }>) {
  if (editing.data === null)
    return (
      <EmptyState
        icon={<FileWarning />}
        title="The text has a fault that no form can show."
        actions={<Button onClick={onText}>Go to the text</Button>}
      >
        Mend it in the text; the places are named below it. Then the form is back.
      </EmptyState>
    )
  if (editing.hasAliases) return <WithAliases editing={editing} onText={onText} />
  return (
    <EditingProvider value={editing}>
      <div className="playbooks-form">
        <Card title="About">
          <div className="playbooks-fields">
            <BookText path={['name']} label="Name" />
            <BookText path={['summary']} label="Summary" long />
          </div>
        </Card>
        <FormulaPart />
        <PlanPart />
        <MilestonesPart />
        <EvidenceParts />
        <p className="playbooks-quiet">
          Sources, guidance, what supports an area, case studies and how sessions of other levels
          count are edited in the text.
        </p>
      </div>
    </EditingProvider>
  )
}

/** A field whose value stands in several places would change them all unseen: asked about, and nothing is changed. */
function WithAliases({ editing, onText }: Readonly<{ editing: Editing; onText: () => void }>) {
  const [failed, setFailed] = useState(false)
  return (
    <EmptyState
      icon={<Link2 />}
      title="This text says some values once and refers to them."
      actions={
        <>
          <Button
            variant="primary"
            onClick={() => {
              setFailed(!editing.writeOut())
            }}
          >
            Write the values out
          </Button>
          <Button onClick={onText}>Go to the text</Button>
        </>
      }
    >
      {failed
        ? 'They could not be written out without changing what the text says. Edit it as text.'
        : 'They are marked &name and *name. A field of the form would change several places at once, so the form waits until the values are written out at each place. It is a change like any other: you can look at the text before you save, or discard it.'}
    </EmptyState>
  )
}

function FormulaPart() {
  const path = ['formula', 'areas']
  const { data } = useEdited()
  return (
    <Card
      title="Formula"
      lead="How a candidate is weighed. It weights readiness."
      actions={<SharesSum path={path} />}
    >
      <BookRows
        path={path}
        what="area"
        nameOf={(at) => textAt(data, [...at, 'name'])}
        add={(name) => ({
          id: `formula.${slugOf(name, slugsOf(data, path, 'id', 'formula.'))}`,
          name,
          share: 0,
          points: ['What is looked for in it'],
        })}
      >
        {(at) => (
          <>
            <div className="playbooks-line">
              <BookText path={[...at, 'name']} label="Area" />
              <BookNumber path={[...at, 'share']} label="Weight" suffix="%" />
            </div>
            <Points path={[...at, 'points']} />
          </>
        )}
      </BookRows>
    </Card>
  )
}

function Points({ path }: Readonly<{ path: Path }>) {
  return (
    <BookRows path={path} what="point" nested nameOf={() => ''} add={(name) => name}>
      {(at, index) => <BookText path={at} label={`Point ${index + 1}`} hideLabel />}
    </BookRows>
  )
}

function PlanPart() {
  const path = ['plan', 'categories']
  const { data } = useEdited()
  return (
    <Card
      title="Preparation plan"
      lead="How study time is spent. Sessions are logged in these categories."
      actions={<SharesSum path={path} />}
    >
      <BookRows
        path={path}
        what="category"
        nameOf={(at) => textAt(data, [...at, 'name'])}
        add={(name) => {
          const slug = slugOf(name, slugsOf(data, path, 'slug'))
          return {
            id: `plan.${slug}`,
            slug,
            name,
            share: 0,
            hours: { min: 10, approximate: true },
            tasks: [{ id: freeTask(data, slug), text: 'A first task' }],
            provenance: { source: sourceOf(data) },
          }
        }}
      >
        {(at) => (
          <>
            <div className="playbooks-line">
              <BookText
                path={[...at, 'name']}
                label="Category"
                hint={`In the terminal: ${textAt(data, [...at, 'slug'])}`}
              />
              <BookNumber path={[...at, 'share']} label="Share" suffix="%" />
              <BookNumber path={[...at, 'hours', 'min']} label="Hours" suffix="h" />
            </div>
            <BookRows
              path={[...at, 'tasks']}
              what="task"
              nested
              nameOf={() => ''}
              add={(text) => ({ id: freeTask(data, slugOf(text, [])), text })}
            >
              {(task, index) => (
                <BookText path={[...task, 'text']} label={`Task ${index + 1}`} hideLabel />
              )}
            </BookRows>
          </>
        )}
      </BookRows>
    </Card>
  )
}

/** What the shares of a list add up to. */
function SharesSum({ path }: Readonly<{ path: Path }>) {
  const { data } = useEdited()
  const sum = rowsAt(data, path).reduce<number>((total, _, index) => {
    const share = valueAt(data, [...path, index, 'share'])
    return total + (typeof share === 'number' ? share : 0)
  }, 0)
  const isWhole = Math.abs(sum - 100) < 1e-9
  return <Badge tone={isWhole ? 'positive' : 'caution'}>{Number(sum.toFixed(2))} % of 100 %</Badge>
}

function slugsOf(data: unknown, path: Path, key: string, prefix = ''): readonly string[] {
  return rowsAt(data, path).map((_, index) =>
    textAt(data, [...path, index, key]).slice(prefix.length),
  )
}

/** A task's id, which no other task of the whole plan has. */
function freeTask(data: unknown, wanted: string): string {
  const taken = rowsAt(data, ['plan', 'categories']).flatMap((_, index) =>
    slugsOf(data, ['plan', 'categories', index, 'tasks'], 'id'),
  )
  return slugOf(wanted, taken)
}

function sourceOf(data: unknown): string {
  return textAt(data, ['sources', 0, 'title']) || 'My own plan'
}
