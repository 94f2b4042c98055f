import type { Coverage, CoverageCell, CoverageRow } from '#contract/coverage.ts'
import type { StoryStatus } from '#contract/story.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'

/** The ways that lead from the matrix to the stories. */
export type CoverageWays = Readonly<{
  storyPath: (id: string) => string
  /** Begins a story that serves a principle. */
  onNewStory: (principle: string | null) => void
}>

const states: Readonly<Record<CoverageRow['state'], Readonly<{ label: string; tone: Tone }>>> = {
  gap: { label: 'Gap', tone: 'negative' },
  thin: { label: 'Thin', tone: 'caution' },
  drafts: { label: 'Drafts', tone: 'accent' },
  covered: { label: 'Covered', tone: 'positive' },
}
const statusWords: Readonly<Record<StoryStatus, string>> = {
  draft: 'draft',
  ready: 'ready',
  rehearsed: 'rehearsed',
  retired: 'retired',
}

/** 16 principles by stories. Its heads stay in sight, and it scrolls within itself. */
export function CoverageMatrix({
  coverage: { rows, stories },
  storyPath,
  onNewStory,
}: Readonly<{ coverage: Coverage }> & CoverageWays) {
  return (
    <Card
      flush
      title="Principles by stories"
      lead="Gaps first. P is a primary principle, s a secondary one; the fuller the field, the further the story is: draft, ready, rehearsed."
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className="coverage-scroll" aria-label="Matrix" tabIndex={0}>
        <table className="coverage-table">
          <caption className="ui-hidden">
            How strongly each story carries each principle, gaps first
          </caption>
          <thead>
            <tr>
              <th scope="col">Principle</th>
              <th scope="col">Stories</th>
              {stories.map(({ id, title, status }) => (
                <th key={id} scope="col" className="coverage-story">
                  <a href={`#${storyPath(id)}`} title={titleOf(title)}>
                    {titleOf(title)}
                  </a>
                  <span className="coverage-status">{statusWords[status]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.principle} data-state={row.state}>
                <th scope="row">
                  <span className="coverage-name">{row.name}</span>
                  <Badge tone={states[row.state].tone}>{states[row.state].label}</Badge>
                </th>
                <td className="coverage-count">
                  <span>
                    {row.stories} of {row.minimum}
                  </span>
                  {row.missing > 0 && (
                    <Button
                      size="s"
                      variant="quiet"
                      aria-label={`Write one for ${row.name}`}
                      onClick={() => {
                        onNewStory(row.principle)
                      }}
                    >
                      Write one
                    </Button>
                  )}
                </td>
                {stories.map(({ id, title, status }) => (
                  <td key={id} className="coverage-cell">
                    <Cell
                      cell={row.cells.find(({ story }) => story === id)}
                      status={status}
                      label={`${titleOf(title)} for ${row.name}`}
                      href={`#${storyPath(id)}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function Cell({
  cell,
  status,
  label,
  href,
}: Readonly<{
  cell: CoverageCell | undefined
  status: StoryStatus
  label: string
  href: string
}>) {
  if (cell === undefined) return null
  return (
    <a
      className="coverage-mark"
      data-as={cell.as}
      data-status={status}
      href={href}
      title={`${label}: ${cell.as}, ${statusWords[status]}, strength ${cell.strength}`}
    >
      <span aria-hidden>{cell.as === 'primary' ? 'P' : 's'}</span>
      <VisuallyHidden>{`${cell.as}, ${statusWords[status]}, strength ${cell.strength}`}</VisuallyHidden>
    </a>
  )
}

function titleOf(title: string): string {
  return title.trim() === '' ? 'Untitled story' : title
}
