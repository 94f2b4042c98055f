import type { OutputOf } from '#contract/index.ts'
import { useCall } from '../../bridge/queries.ts'
import { ReadingScreen } from './reading-screen.tsx'
import { ScopeDimensionCard } from './scope-dimension.tsx'
import { ScopeSummary } from './scope-summary.tsx'
import { ScopeTable } from './scope-table.tsx'
import './career.css'
import './scope.css'

export type Scope = OutputOf<'scope.get'>

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
      {(scope) => (
        <>
          <ScopeSummary scope={scope} />
          {scope.dimensions.map((dimension) => (
            <ScopeDimensionCard key={dimension.id} scope={scope} dimension={dimension} />
          ))}
          <ScopeTable scope={scope} />
        </>
      )}
    </ReadingScreen>
  )
}
