import { Info } from 'lucide-react'
import type { ReadinessView } from '#contract/readiness.ts'
import { decimals } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import type { Begin } from './begin.ts'
import { GainsList } from './gains-list.tsx'
import { PartCard } from './part-card.tsx'
import { pointsText } from './points.ts'
import { WaterfallCard } from './waterfall-card.tsx'
import './readiness.css'

const SHOWN_GAINS = 6

/** The readiness score: every point, what it is made of, and what would add most. */
export function ReadinessScreen({ begin }: Readonly<{ begin: Begin }>) {
  const reading = useCall('readiness.get', {})
  const { data: view } = reading
  if (view === undefined)
    return (
      <Screen title="Readiness">
        <Unanswered readings={[reading]} />
      </Screen>
    )
  return (
    <Screen title="Readiness" lead={`For ${view.name}, from what is recorded here.`}>
      <div className="readiness-top">
        <ScoreCard view={view} />
        <Card
          title="What would add most"
          lead="Worked out by scoring once more with the one step done."
        >
          {view.gains.length === 0 ? (
            <EmptyState compact title="Every part is full">
              There is nothing left that would add a point.
            </EmptyState>
          ) : (
            <GainsList gains={view.gains.slice(0, SHOWN_GAINS)} begin={begin} />
          )}
        </Card>
      </div>
      <WaterfallCard view={view} />
      <Parts
        title="Preparation"
        lead="Hours, milestones, stories, rehearsals and mock interviews: what you do to get ready."
        parts={view.parts.filter(({ dashboard }) => dashboard === 'preparation')}
        begin={begin}
      />
      <Parts
        title="Career evidence"
        lead="What you have shown at work. No study hour moves it."
        parts={view.parts.filter(({ dashboard }) => dashboard === 'career')}
        begin={begin}
      />
      <p className="readiness-rule">
        The weights stand in the playbook of {view.level} and are checked when it is loaded: hours
        alone give 40 points at most, and no single session, story or result moves the score by more
        than {decimals(view.mostAtOnce, 0)}.
      </p>
    </Screen>
  )
}

function ScoreCard({ view }: Readonly<{ view: ReadinessView }>) {
  const withData = view.parts.filter(({ hasData }) => hasData).length
  return (
    <Card className="readiness-score">
      <p className="readiness-score-figure">
        {pointsText(view.score)} <span>of 100</span>
      </p>
      <p className="readiness-score-words">
        {withData === view.parts.length
          ? 'Every part has data.'
          : `${withData} of ${view.parts.length} parts have data. The others give 0 until something is recorded.`}
      </p>
      <Notice icon={<Info aria-hidden />}>{view.meaning}</Notice>
    </Card>
  )
}

function Parts({
  title,
  lead,
  parts,
  begin,
}: Readonly<{ title: string; lead: string; parts: ReadinessView['parts']; begin: Begin }>) {
  return (
    <Section title={title} lead={lead}>
      <div className="readiness-parts">
        {parts.map((part) => (
          <PartCard key={part.id} part={part} begin={begin} />
        ))}
      </div>
    </Section>
  )
}
