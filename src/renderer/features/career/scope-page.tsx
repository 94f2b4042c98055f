import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { NotInPlaybook } from './not-in-playbook.tsx'
import { ReadingScreen } from './reading-screen.tsx'
import { ScopeDimensionCard } from './scope-dimension.tsx'
import { ScopeFigureView } from './scope-figure.tsx'
import { ScopeSummary } from './scope-summary.tsx'
import { ScopeTable } from './scope-table.tsx'
import './career.css'
import './scope.css'

/** The person's own scope beside the ranges of the levels, with their stories in it. */
export function ScopePage() {
  const reading = useCall('scope.get', {})
  return (
    <ReadingScreen
      title="Scope"
      reading={reading}
      lead={({ levels }) =>
        `How large your job is, beside the ranges of ${levels.map(({ id }) => id).join(' and ')}`
      }
    >
      {(scope) =>
        scope.dimensions.length === 0 ? (
          <NotInPlaybook part="scope" name={scope.level} />
        ) : (
          <>
            <ScopeSummary scope={scope} />
            {scope.dimensions.map((dimension) => (
              <ScopeDimensionCard key={dimension.id} scope={scope} dimension={dimension} />
            ))}
            {scope.beside.length > 0 && (
              <Card
                title="Figures of the checklist"
                lead="Near the scope and not the same: direct reports are not the team scope, impact in dollars is no budget, people reached are not people led. They take no part in the count above."
              >
                {scope.beside.map((figure) => (
                  <ScopeFigureView key={figure.quantity} scope={scope} figure={figure} />
                ))}
              </Card>
            )}
            <ScopeTable scope={scope} />
          </>
        )
      }
    </ReadingScreen>
  )
}
