import type { YamlValue } from '#domain/yaml-edit.ts'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { BookChoice, BookNumber, BookRows, BookText, useEdited } from './form-fields.tsx'
import { rowsAt, slugOf, textAt, valueAt, type Path } from './form-values.ts'

const comparators = [
  { value: '>', label: 'above' },
  { value: '>=', label: 'at least' },
  { value: '=', label: 'exactly' },
  { value: '<=', label: 'at most' },
  { value: '<', label: 'below' },
]

/** Checklist, success indicators and scope. */
export function EvidenceParts() {
  const { data } = useEdited()
  const source = textAt(data, ['sources', 0, 'title']) || 'My own plan'
  const nameOf = (at: Path) => textAt(data, [...at, 'name'])
  return (
    <>
      <Card title="Checklist" lead="Statements in the first person that evidence can prove.">
        <BookRows
          path={['checklist']}
          what="group"
          nameOf={nameOf}
          add={(name) => ({
            id: slugOf(name, idsAt(data, ['checklist'])),
            section: name,
            name,
            items: [
              { id: slugOf(name, idsWithin(data, 'checklist', 'items')), text: 'I lead a team.' },
            ],
          })}
        >
          {(at) => (
            <>
              <div className="playbooks-line">
                <BookText path={[...at, 'name']} label="Group" />
                <BookText path={[...at, 'section']} label="Under the heading" />
              </div>
              <BookRows
                path={[...at, 'items']}
                what="item"
                nested
                nameOf={() => ''}
                add={(text) => ({
                  id: slugOf(text, idsWithin(data, 'checklist', 'items')),
                  text,
                })}
              >
                {(item, index) => (
                  <BookText path={[...item, 'text']} label={`Item ${index + 1}`} hideLabel />
                )}
              </BookRows>
            </>
          )}
        </BookRows>
      </Card>
      <Card title="Success indicators" lead="Results at work, with a figure or in words.">
        <BookRows
          path={['indicators']}
          what="indicator group"
          nameOf={nameOf}
          add={(name) => ({
            id: slugOf(name, idsAt(data, ['indicators'])),
            name,
            indicators: [
              {
                kind: 'qualitative',
                id: slugOf(name, idsWithin(data, 'indicators', 'indicators')),
                text: 'What is seen when it goes well',
              },
            ],
          })}
        >
          {(at) => (
            <>
              <BookText path={[...at, 'name']} label="Group" />
              <BookRows
                path={[...at, 'indicators']}
                what="indicator"
                nested
                nameOf={(row) => textAt(data, [...row, 'text'])}
                add={(text) =>
                  numeric(slugOf(text, idsWithin(data, 'indicators', 'indicators')), text, source)
                }
              >
                {(row) => <IndicatorFields path={row} source={source} />}
              </BookRows>
            </>
          )}
        </BookRows>
      </Card>
      <Card
        title="Scope"
        lead="How large the job is, in bands of numbers. Both ends count; without an upper end it means “or more”."
      >
        <BookRows
          path={['scope']}
          what="dimension"
          nameOf={nameOf}
          add={(name) => ({
            id: slugOf(name, idsAt(data, ['scope'])),
            name,
            expectation: 'What the level expects',
            bands: [{ quantity: 'engineers-in-scope', unit: 'engineers', min: 10 }],
            provenance: { source },
          })}
        >
          {(at) => (
            <>
              <div className="playbooks-line">
                <BookText path={[...at, 'name']} label="Dimension" />
                <BookText path={[...at, 'expectation']} label="Expectation" />
              </div>
              <BookRows
                path={[...at, 'bands']}
                what="band"
                nested
                nameOf={(band) => textAt(data, [...band, 'quantity'])}
                add={(name) => ({ quantity: slugOf(name, []), unit: name, min: 1 })}
              >
                {(band) => (
                  <div className="playbooks-line">
                    <BookText path={[...band, 'quantity']} label="Quantity" />
                    <BookText path={[...band, 'unit']} label="Unit" />
                    <BookNumber path={[...band, 'min']} label="From" />
                    <BookNumber path={[...band, 'max']} label="To" optional />
                  </div>
                )}
              </BookRows>
            </>
          )}
        </BookRows>
      </Card>
    </>
  )
}

function IndicatorFields({ path, source }: Readonly<{ path: Path; source: string }>) {
  const { data, edit } = useEdited()
  const isNumeric = valueAt(data, [...path, 'kind']) === 'numeric'
  return (
    <>
      <BookText path={[...path, 'text']} label="Indicator" />
      <div className="playbooks-line">
        <Select
          label="Kind"
          value={isNumeric ? 'numeric' : 'qualitative'}
          options={[
            { value: 'numeric', label: 'A figure' },
            { value: 'qualitative', label: 'In words' },
          ]}
          onValue={(kind) => {
            const [id, text] = [textAt(data, [...path, 'id']), textAt(data, [...path, 'text'])]
            edit({
              do: 'set',
              path,
              value: kind === 'numeric' ? numeric(id, text, source) : { kind, id, text },
            })
          }}
        />
        {isNumeric && (
          <>
            <BookChoice path={[...path, 'comparator']} label="Wanted" options={comparators} />
            <BookNumber path={[...path, 'threshold']} label="Threshold" />
            <BookText path={[...path, 'unit']} label="Unit" />
          </>
        )}
      </div>
    </>
  )
}

function numeric(id: string, text: string, source: string): YamlValue {
  return {
    kind: 'numeric',
    id,
    text,
    comparator: '>=',
    threshold: 80,
    unit: '%',
    provenance: { source },
  }
}

function idsAt(data: unknown, path: Path): readonly string[] {
  return rowsAt(data, path).map((_, index) => textAt(data, [...path, index, 'id']))
}

/** Ids of the rows in all groups: they are unique over the whole playbook. */
function idsWithin(data: unknown, groups: string, rows: string): readonly string[] {
  return rowsAt(data, [groups]).flatMap((_, index) => idsAt(data, [groups, index, rows]))
}
