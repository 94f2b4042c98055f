import { Check, Minus } from 'lucide-react'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { Explained } from './explained.tsx'
import type { Scope } from './scope-reading.ts'

/** At a glance: which levels each dimension fits, and how many each level has. */
export function ScopeSummary({ scope }: Readonly<{ scope: Scope }>) {
  const { levels, dimensions, fit, said } = scope
  const rule =
    'A dimension fits a level when all that you say of it lies in the level’s ranges, both ends included.'
  return (
    <Card
      title="Which level your scope fits"
      lead={
        said === 0
          ? 'Say your own figures below; what you leave out is not judged.'
          : `You have said ${said} of ${dimensions.length} dimensions. A figure at the end of two ranges fits both.`
      }
    >
      <Table caption="Dimensions of the scope that fit each level">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            {levels.map(({ id }, index) => (
              <th key={id} scope="col" className="scope-cell" data-category={index + 1}>
                <span className="scope-level">{id}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dimensions.map(({ id, name, fits }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {levels.map((level, index) => (
                <td key={level.id} className="scope-cell" data-category={index + 1}>
                  {fits === null ? (
                    <span className="career-quiet">not said</span>
                  ) : fits.includes(level.id) ? (
                    <span className="scope-yes">
                      <Check aria-hidden /> fits
                    </span>
                  ) : (
                    <span className="scope-no">
                      <Minus aria-hidden />
                      <span className="ui-hidden">does not fit</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Fits</th>
            {fit.map(({ level, dimensions: n }) => (
              <td key={level} className="scope-cell">
                <Explained
                  about={`dimensions that fit ${level}`}
                  figure={
                    <span>
                      {n} of {said}
                    </span>
                  }
                  formula={rule}
                  numbers={`${level}: ${n} of the ${said} dimensions that you have said`}
                  source="The ranges are playbook targets; that all figures of a dimension must fit is a rule of Loopready."
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </Card>
  )
}
