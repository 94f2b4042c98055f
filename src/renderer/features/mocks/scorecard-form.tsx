import type { CallError } from '#contract/errors.ts'
import type { MockInput, MockType } from '#contract/mocks.ts'
import {
  mockTypeNames,
  mockTypesOf,
  overallNames,
  ratingNames,
  technicalNames,
  type TechnicalSkill,
} from '#domain/mocks.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { Card } from '../../ui/card.tsx'
import { Rating } from '../../ui/rating.tsx'
import { Select } from '../../ui/select.tsx'
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx'
import { AskedQuestions } from './asked-questions.tsx'
import { PrincipleRatings } from './principle-ratings.tsx'

export type ScorecardFormProps = Readonly<{
  content: MockInput
  /** The level whose types of interview are offered. */
  level: string
  today: string
  error: CallError | null
  onContent: (next: MockInput) => void
}>

// The keys of a record that is complete by its type.
const skills = Object.keys(technicalNames) as readonly TechnicalSkill[]

/** Everything on a scorecard. It only draws; whoever shows it keeps and saves what is typed. */
export function ScorecardForm({ content, level, today, error, onContent }: ScorecardFormProps) {
  const change = (part: Partial<MockInput>) => {
    onContent({ ...content, ...part })
  }
  return (
    <div className="mocks-form">
      <Card title="Interview">
        <div className="mocks-form-head">
          <Select
            label="Type"
            value={content.type}
            options={typeOptions(level, content.type)}
            error={errorAt(error, 'mock.type')}
            onValue={(type) => {
              // The select offers nothing else.
              change({ type: type as MockType })
            }}
          />
          <DateField
            label="Date"
            value={content.date}
            max={today}
            error={errorAt(error, 'mock.date')}
            onValue={(date) => {
              change({ date })
            }}
          />
          <TextField
            label="Interviewer"
            optional
            value={content.interviewer}
            error={errorAt(error, 'mock.interviewer')}
            onValue={(interviewer) => {
              change({ interviewer })
            }}
          />
        </div>
        <div className="mocks-form-pair">
          <Rating
            label="Overall, by the interviewer"
            names={overallNames}
            showName
            value={content.overall}
            onValue={(overall) => {
              change({ overall })
            }}
          />
          <Rating
            label="Overall, by yourself"
            names={overallNames}
            showName
            value={content.selfOverall}
            onValue={(selfOverall) => {
              change({ selfOverall })
            }}
          />
        </div>
      </Card>

      <Card
        title="Leadership Principles"
        lead="The interviewer’s rating and your own stand beside each other and are never averaged. Rate only what came up."
      >
        <PrincipleRatings content={content} error={error} onContent={onContent} />
      </Card>

      <Card title="Technical" lead="As the interviewer saw it.">
        <div className="mocks-form-skills">
          {skills.map((skill) => (
            <Rating
              key={skill}
              label={technicalNames[skill]}
              names={ratingNames}
              showName
              value={content.technical[skill]}
              onValue={(rating) => {
                change({ technical: { ...content.technical, [skill]: rating } })
              }}
            />
          ))}
        </div>
      </Card>

      <Card title="Questions asked" lead="Which question came, and which story you told.">
        <AskedQuestions
          questions={content.questions}
          error={error}
          onQuestions={(questions) => {
            change({ questions })
          }}
        />
      </Card>

      <Card title="What to take from it">
        <TextArea
          label="Strengths"
          optional
          value={content.strengths}
          error={errorAt(error, 'mock.strengths')}
          onValue={(strengths) => {
            change({ strengths })
          }}
        />
        <TextArea
          label="Improvements"
          optional
          value={content.improvements}
          error={errorAt(error, 'mock.improvements')}
          onValue={(improvements) => {
            change({ improvements })
          }}
        />
        <TextArea
          label="Next focus"
          optional
          value={content.nextFocus}
          error={errorAt(error, 'mock.nextFocus')}
          onValue={(nextFocus) => {
            change({ nextFocus })
          }}
        />
      </Card>
    </div>
  )
}

/** The level's types; before them one that the interview has from another level. */
function typeOptions(level: string, chosen: MockType) {
  const offered = mockTypesOf(level)
  const types = offered.includes(chosen) ? offered : [chosen, ...offered]
  return types.map((type) => ({ value: type, label: mockTypeNames[type] }))
}
