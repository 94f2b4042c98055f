import type { FormulaArea } from '#contract/formula.ts'
import type { OutputOf } from '#contract/index.ts'
import { checklistStateLabel } from '#domain/checklist.ts'
import { sourceText } from '#domain/explain.ts'
import { metricStatusLabel } from '#domain/metrics.ts'
import { decimals, formatCount, formatPercent } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Explained } from './explained.tsx'
import { storyTitle } from './proof-list.tsx'
import { ReadingScreen } from './reading-screen.tsx'
import './career.css'
import './formula.css'

/** How the level weighs a candidate, and what supports each area so far. */
export function FormulaPage() {
  const reading = useCall('formula.get', {})
  return (
    <ReadingScreen
      title="Formula"
      reading={reading}
      lead={({ level, name }) =>
        `${level} weighs a candidate ${name}: what supports each area so far`
      }
    >
      {(data) => <FormulaView data={data} />}
    </ReadingScreen>
  )
}

function FormulaView({ data }: Readonly<{ data: OutputOf<'formula.get'> }>) {
  const { areas, provenance, name } = data
  return (
    <>
      <Card
        title="The weights"
        lead="They say how a candidate is weighed. How study time is to be spent is the plan’s business, whose categories are others."
        actions={
          <Explained
            about="the formula"
            formula="The weights of the areas, which add up to 100 %."
            numbers={areas.map((area) => `${area.name} ${area.share} %`).join(', ')}
            source={sourceText(provenance)}
          />
        }
      >
        <ul className="formula-bar" aria-label={`Weights of the formula ${name}`}>
          {areas.map((area, index) => (
            <li key={area.id} data-category={index + 1} style={{ flexGrow: area.share }}>
              <span className="formula-bar-part" aria-hidden />
              <strong>{area.share} %</strong>
              <span className="formula-bar-name">{area.name}</span>
            </li>
          ))}
        </ul>
      </Card>
      {areas.map((area, index) => (
        <Area key={area.id} area={area} position={index + 1} />
      ))}
    </>
  )
}

function Area({ area, position }: Readonly<{ area: FormulaArea; position: number }>) {
  const { name, share, points, mapped } = area
  return (
    <Card className="formula-area">
      <div className="formula-area-head" data-category={position}>
        <span className="formula-share">{share} %</span>
        <div>
          <h2>{name}</h2>
          <ul className="formula-points">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </div>
      {mapped ? (
        <div className="formula-support">
          <ChecklistPart area={area} />
          <MetricsPart area={area} />
          <StoriesPart area={area} />
          <StudyPart area={area} position={position} />
        </div>
      ) : (
        <p className="career-quiet">
          The playbook does not say what supports this area. Its file can: see “support” in the page
          on playbooks.
        </p>
      )}
    </Card>
  )
}

function ChecklistPart({ area }: Readonly<{ area: FormulaArea }>) {
  const { items, progress } = area.checklist
  const done = progress.shown + progress.shownWithStory
  return (
    <section aria-label={`Checklist for ${area.name}`}>
      <h3>
        <a href="#/evidence">Checklist</a>
      </h3>
      {items.length === 0 ? (
        <p className="career-quiet">No item belongs here.</p>
      ) : (
        <>
          <p>
            <strong>
              {done} of {items.length}
            </strong>{' '}
            shown
          </p>
          <ProgressBar
            label={`Checklist of ${area.name}, with evidence`}
            value={progress.progress}
            valueText={formatPercent(progress.progress)}
          />
          <p className="career-quiet">{formatPercent(progress.progress)} with evidence</p>
          <Names
            summary="Items"
            names={items.map(({ item, text, state }) => ({
              id: item,
              text: `${text} (${checklistStateLabel(state).toLowerCase()})`,
            }))}
          />
        </>
      )}
    </section>
  )
}

function MetricsPart({ area }: Readonly<{ area: FormulaArea }>) {
  const { indicators, summary } = area.metrics
  return (
    <section aria-label={`Metrics for ${area.name}`}>
      <h3>
        <a href="#/evidence/metrics">Metrics</a>
      </h3>
      {indicators.length === 0 ? (
        <p className="career-quiet">No indicator belongs here.</p>
      ) : (
        <>
          <p>
            <strong>
              {summary.met} of {indicators.length}
            </strong>{' '}
            met{summary.close > 0 && `, ${summary.close} close`}
          </p>
          <ProgressBar
            label={`Metrics of ${area.name}`}
            value={summary.share}
            valueText={formatPercent(summary.share)}
          />
          <p className="career-quiet">
            {summary.noValue === 0 ? 'all have a value' : `${summary.noValue} without a value`}
          </p>
          <Names
            summary="Indicators"
            names={indicators.map(({ id, text, status }) => ({
              id,
              text: `${text} (${metricStatusLabel(status).toLowerCase()})`,
            }))}
          />
        </>
      )}
    </section>
  )
}

function StoriesPart({ area }: Readonly<{ area: FormulaArea }>) {
  const { stories, principles } = area
  const without = principles.filter(({ stories: n }) => n === 0)
  const served = principles.length - without.length
  return (
    <section aria-label={`Stories for ${area.name}`}>
      <h3>
        <a href="#/stories">Stories</a>
      </h3>
      {principles.length === 0 ? (
        <p className="career-quiet">No principle belongs here.</p>
      ) : (
        <>
          <p>
            <strong>{formatCount(stories.length, { one: 'story', many: 'stories' })}</strong>
          </p>
          <ProgressBar
            label={`Principles of ${area.name} with a primary story`}
            value={served / principles.length}
            valueText={`${served} of ${principles.length}`}
          />
          <p className="career-quiet">
            {served} of {principles.length} principles with a primary story
          </p>
          <Names
            summary="Principles"
            names={principles.map(({ id, name, stories: n }) => ({
              id,
              text: `${name} (${formatCount(n, { one: 'story', many: 'stories' })})`,
            }))}
          />
          {stories.length > 0 && (
            <Names
              summary="Stories"
              names={stories.map(({ id, title, status }) => ({
                id,
                text: `${storyTitle(title)} (${status})`,
              }))}
            />
          )}
        </>
      )}
    </section>
  )
}

function StudyPart({ area, position }: Readonly<{ area: FormulaArea; position: number }>) {
  const { study } = area
  const actual = study.reduce((sum, { actualHours }) => sum + actualHours, 0)
  const planned = study.reduce((sum, { plannedHours }) => sum + plannedHours, 0)
  return (
    <section aria-label={`Study time for ${area.name}`}>
      <h3>
        <a href="#/plan">Study time</a>
      </h3>
      {study.length === 0 ? (
        <p className="career-quiet">The plan sets no study time aside for this area.</p>
      ) : (
        <>
          <p>
            <strong>{decimals(actual, 1)} h</strong> of {decimals(planned, 0)} h
          </p>
          <ProgressBar
            label={`Study time of ${area.name}`}
            value={planned === 0 ? 0 : actual / planned}
            valueText={`${decimals(actual, 1)} of ${decimals(planned, 0)} hours`}
            category={position}
          />
          <p className="career-quiet">{study.map(({ name }) => name).join(', ')}</p>
        </>
      )}
    </section>
  )
}

function Names({
  summary,
  names,
}: Readonly<{ summary: string; names: readonly Readonly<{ id: string; text: string }>[] }>) {
  return (
    <details className="formula-names">
      <summary>{summary}</summary>
      <ul>
        {names.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
