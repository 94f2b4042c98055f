import type { CountKind } from '#contract/playbooks.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { BookChoice, BookNumber, BookRows, BookText, useEdited } from './form-fields.tsx'
import { rowsAt, slugOf, textAt, valueAt, type Path } from './form-values.ts'

const kinds: Readonly<Record<CountKind, string>> = {
  'design-problem': 'design problems',
  'coding-easy': 'easy coding problems',
  'coding-medium': 'medium coding problems',
  'coding-hard': 'hard coding problems',
  'mock-interview': 'mock interviews',
  paper: 'papers',
}

const measures = [
  { value: 'counts', label: 'What sessions counted' },
  { value: 'stories', label: 'Stories' },
  { value: 'principles', label: 'Principles with a story' },
  { value: 'stated', label: 'A number of your own' },
]

/** Things to count on the way. */
export function MilestonesPart() {
  const path = ['milestones']
  const { data } = useEdited()
  const categories = rowsAt(data, ['plan', 'categories']).map((_, index) => ({
    value: textAt(data, ['plan', 'categories', index, 'slug']),
    label: textAt(data, ['plan', 'categories', index, 'name']),
  }))
  return (
    <Card
      title="Milestones"
      lead="Things to count on the way. Without a target, everyone sets their own."
    >
      <BookRows
        path={path}
        what="milestone"
        nameOf={(at) => textAt(data, [...at, 'name'])}
        add={(name) => ({
          id: slugOf(
            name,
            rowsAt(data, path).map((_, index) => textAt(data, [...path, index, 'id'])),
          ),
          name,
          category: categories[0]?.value ?? '',
          unit: { one: 'problem', many: 'problems' },
          target: { min: 10, open: true },
          measure: { kind: 'stated' },
          provenance: { source: textAt(data, ['sources', 0, 'title']) || 'My own plan' },
        })}
      >
        {(at) => (
          <>
            <div className="playbooks-line">
              <BookText path={[...at, 'name']} label="Milestone" />
              <BookChoice path={[...at, 'category']} label="Category" options={categories} />
              <TargetField path={[...at, 'target']} />
            </div>
            <div className="playbooks-line">
              <MeasureField path={[...at, 'measure']} />
              <BookText path={[...at, 'unit', 'one']} label="One is called" />
              <BookText path={[...at, 'unit', 'many']} label="Several are called" />
            </div>
            <Counted path={[...at, 'measure']} />
          </>
        )}
      </BookRows>
    </Card>
  )
}

/** A target may be missing as a whole. */
function TargetField({ path }: Readonly<{ path: Path }>) {
  const { data } = useEdited()
  return (
    <BookNumber
      path={[...path, 'min']}
      label="Target"
      hint="Empty: everyone’s own"
      write={(min) =>
        min === null
          ? { do: 'set', path, value: null }
          : valueAt(data, path) === null
            ? { do: 'set', path, value: { min } }
            : { do: 'set', path: [...path, 'min'], value: min }
      }
    />
  )
}

function MeasureField({ path }: Readonly<{ path: Path }>) {
  const { data, edit } = useEdited()
  return (
    <Select
      label="Measured by"
      value={textAt(data, [...path, 'kind'])}
      options={measures}
      onValue={(kind) => {
        edit({
          do: 'set',
          path,
          value: kind === 'counts' ? { kind, counts: ['design-problem'] } : { kind },
        })
      }}
    />
  )
}

function Counted({ path }: Readonly<{ path: Path }>) {
  const { data, edit } = useEdited()
  if (valueAt(data, [...path, 'kind']) !== 'counts') return null
  const counts = rowsAt(data, [...path, 'counts']).map(String)
  return (
    <fieldset className="playbooks-checks">
      <legend className="ui-label">It adds up</legend>
      {Object.entries(kinds).map(([kind, label]) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={counts.includes(kind)}
            onChange={({ target }) => {
              edit({
                do: 'set',
                path: [...path, 'counts'],
                value: target.checked
                  ? [...counts, kind]
                  : counts.filter((other) => other !== kind),
              })
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
