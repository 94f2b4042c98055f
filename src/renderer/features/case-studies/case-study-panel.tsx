import { Check, CircleAlert, CircleDashed, Minus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Playbook } from '#contract/playbooks.ts'
import { figureText, scopeFindings } from '#domain/case-studies.ts'
import { partNames } from '#domain/story-fields.ts'
import { useCall, useCalls } from '../../bridge/queries.ts'
import { Badge } from '../../ui/badge.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import './case-study-panel.css'

type CaseStudy = Playbook['caseStudies'][number]
type Told = CaseStudy['anatomy'][number]['told']

/** The playbooks' case studies taken apart: parts, scope, numbers, why they work and where they bend the rules. */
export function CaseStudyPanel() {
  const levels = useCall('playbooks.list', {}).data?.playbooks ?? []
  const mine = useCall('profile.get', {}).data?.profile?.level
  const books = useCalls(
    'playbooks.get',
    levels.map(({ id }) => ({ id })),
  ).flatMap(({ data }) => (data === undefined || data.caseStudies.length === 0 ? [] : [data]))
  const [chosen, setChosen] = useState<string | null>(null)
  const book = books.find(({ id }) => id === (chosen ?? mine)) ?? books[0]
  if (levels.length === 0) return <Skeleton lines={10} />
  if (book === undefined)
    return (
      <EmptyState compact title="No case study">
        Your playbooks hold none.
      </EmptyState>
    )
  return (
    <section className="cases" aria-label="Case studies">
      <h2>Case studies, taken apart</h2>
      {books.length > 1 && (
        <Segmented
          label="Level of the case"
          value={book.id}
          options={books.map(({ id }) => ({ value: id, label: id }))}
          onValue={setChosen}
        />
      )}
      {book.caseStudies.map((study) => (
        <Case key={`${book.id} ${study.id}`} study={study} book={book} />
      ))}
    </section>
  )
}

function Case({ study, book }: Readonly<{ study: CaseStudy; book: Playbook }>) {
  const noteOn = (part: CaseStudy['anatomy'][number]['part']) =>
    study.anatomy.find((row) => row.part === part)
  const findings = scopeFindings(study.scopeFacts, book.scope)
  return (
    <article className="case">
      <header className="case-head">
        <h3>{study.title}</h3>
        <p>
          {study.background} {study.challenge}
        </p>
      </header>

      <Part title="Parts" lead="What each part of STAR++ does in it.">
        <dl className="case-parts">
          {(['situation', 'task', 'action', 'result', 'reflection', 'growth'] as const).map(
            (part) => {
              const note = noteOn(part)
              const said = part === 'reflection' || part === 'growth' ? '' : study[part]
              return (
                <div key={part} className="case-part">
                  <dt>
                    {partNames[part]} {note && <ToldMark told={note.told} />}
                  </dt>
                  {said !== '' && <dd className="case-said">{said}</dd>}
                  {note && <dd className="case-note">{note.note}</dd>}
                  {part === 'action' && study.steps.length > 0 && (
                    <dd>
                      <ul className="case-steps" aria-label="Steps of the action">
                        {study.steps.map(({ step, told, note: text }) => (
                          <li key={step}>
                            <span className="case-step">{step}</span> <ToldMark told={told} />
                            <span className="case-note">{text}</span>
                          </li>
                        ))}
                      </ul>
                    </dd>
                  )}
                </div>
              )
            },
          )}
        </dl>
      </Part>

      <Part title="Scope" lead={study.scope}>
        <ul className="case-findings">
          {findings.map(({ name, expectation, value, unit, verdict, note }) => (
            <li key={`${name} ${unit}`}>
              <span>
                {name}: {figureText(value, unit)}
              </span>
              <Badge tone={verdict === 'inside' ? 'positive' : 'caution'}>
                {verdict} {book.id}
              </Badge>
              <span className="case-note">
                The playbook expects: {expectation}. {note}
              </span>
            </li>
          ))}
        </ul>
      </Part>

      <Part title="Numbers">
        <dl className="case-figures">
          {study.figures.map(({ label, value, unit, open }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{figureText(value, unit, open)}</dd>
            </div>
          ))}
        </dl>
      </Part>

      <Part title="Why it works">
        <ul className="case-points" data-kind="works">
          {study.whyItWorks.map((point) => (
            <li key={point}>
              <Check aria-hidden />
              <span>{point}</span>
            </li>
          ))}
        </ul>
      </Part>

      {study.bends.length > 0 && (
        <Part
          title="Where it bends the rules"
          lead="A story that passes can still break its own level’s rules. So checks are advice, and never a block."
        >
          <ul className="case-points" data-kind="bends">
            {study.bends.map((point) => (
              <li key={point}>
                <CircleAlert aria-hidden />
                <span>{point}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  )
}

function Part({
  title,
  lead,
  children,
}: Readonly<{ title: string; lead?: string; children: ReactNode }>) {
  return (
    <section className="case-section">
      <h4>{title}</h4>
      {lead !== undefined && <p className="case-note">{lead}</p>}
      {children}
    </section>
  )
}

const toldWords: Readonly<Record<Told, string>> = {
  yes: 'told',
  partly: 'in passing',
  no: 'missing',
}

function ToldMark({ told }: Readonly<{ told: Told }>) {
  const icon =
    told === 'yes' ? (
      <Check aria-hidden />
    ) : told === 'no' ? (
      <Minus aria-hidden />
    ) : (
      <CircleDashed aria-hidden />
    )
  return (
    <Badge tone={told === 'yes' ? 'positive' : told === 'no' ? 'caution' : 'neutral'} icon={icon}>
      {toldWords[told]}
    </Badge>
  )
}
