import type { LevelCheck, ScopePlace } from '#contract/level-check.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Table } from '../../ui/table.tsx'

const words: Readonly<Record<ScopePlace, string>> = {
  below: 'Below',
  inside: 'Fits',
  between: 'Between',
  above: 'Above',
  'not-stated': 'Not judged',
}
const tones: Readonly<Record<ScopePlace, Tone>> = {
  below: 'negative',
  inside: 'positive',
  between: 'caution',
  above: 'caution',
  'not-stated': 'neutral',
}

const unstated = { place: 'not-stated', band: null, source: '' } as const

/** The same story beside each level: where every size of it lies, and what the level asks for. */
export function ScopeTable({ levels }: Readonly<{ levels: readonly LevelCheck[] }>) {
  const [first] = levels
  if (first === undefined) return null
  return (
    <section className="check-scope">
      <h3>{levels.map(({ level }) => level).join(' beside ')}</h3>
      <Table caption="The scope of the story beside each level">
        <thead>
          <tr>
            <th scope="col">Scope</th>
            {levels.map(({ level, isTarget }) => (
              <th key={level} scope="col">
                {level}
                {isTarget && <span className="check-target"> target</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.scope.map(({ field, label, value }, index) => (
            <tr key={field}>
              <th scope="row">
                {label}
                <span className="check-value">{value ?? 'not stated'}</span>
              </th>
              {levels.map(({ level, scope }) => {
                const row = scope[index]
                const { place, band, source } = row ?? unstated
                return (
                  <td key={level} title={source}>
                    {value !== null && band !== null && (
                      <Badge tone={tones[place]}>{words[place]}</Badge>
                    )}
                    <span className="check-band">{band ?? 'no range'}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="check-source">
        Ranges are playbook targets, both ends included: 12 months and $2M lie in both levels, 26 to
        99 engineers in neither. A budget is not what the work brought.
      </p>
    </section>
  )
}
