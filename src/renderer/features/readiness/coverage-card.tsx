import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import './readiness.css'

/** How far ready stories carry each Leadership Principle. */
export function CoverageCard() {
  const { data: view } = useCall('readiness.get', {})
  const part = view?.parts.find(({ id }) => id === 'storyCoverage')
  const carried = part?.lines.filter(({ points, of }) => of > 0 && points >= of - 1e-9).length ?? 0
  const begun = part?.lines.filter(({ points }) => points > 0).length ?? 0
  return (
    <Card title="Story coverage" actions={<a href="#/stories">Stories</a>}>
      {part === undefined ? (
        <Skeleton lines={4} />
      ) : !part.hasData ? (
        <EmptyState
          compact
          title="No stories yet"
          actions={<a href="#/stories">Write the first one</a>}
        >
          Each of the {part.lines.length} Leadership Principles wants a few stories that can be
          told. Here you see which ones are carried.
        </EmptyState>
      ) : (
        <>
          <p>
            <strong>{carried}</strong> of {part.lines.length} principles are carried
            {begun > carried && `, ${begun - carried} more in part`}
            {begun < part.lines.length && `, ${part.lines.length - begun} have no ready story`}.
          </p>
          <ul className="readiness-coverage">
            {part.lines.map(({ label, value, points, of }) => (
              <li
                key={label}
                data-state={points >= of - 1e-9 ? 'full' : points > 0 ? 'part' : 'none'}
              >
                <span className="readiness-coverage-name">{label}</span>
                <span className="readiness-of">{value.replace(' stories', '')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
