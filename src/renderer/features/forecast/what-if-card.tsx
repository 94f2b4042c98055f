import { useState } from 'react'
import type { ForecastView } from '#contract/forecast.ts'
import { reachingText } from '#domain/forecast/reaching-text.ts'
import { formatDay } from '#domain/readable.ts'
import { errorAt } from '../../bridge/field-errors.ts'
import { useCall } from '../../bridge/queries.ts'
import { CategoryLabel } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Table } from '../../ui/table.tsx'
import { NumberField } from '../../ui/text-field.tsx'
import { typingRestsMs, useSettled } from '../../ui/use-settled.ts'
import { sliderValue, typedHours } from './typed-hours.ts'

/** The ends of the slider, in hours; the field takes what lies beyond. */
const LEAST = 1
const MOST = 60

/** What if the weeks had other hours? A slider and a field for the same figure; nothing is kept. */
export function WhatIfCard({ view }: Readonly<{ view: ForecastView }>) {
  const usual = String(Math.round(view.recentWeeklyHours || view.meantWeeklyHours))
  const [typed, setTyped] = useState<string | null>(null)
  const [split, setSplit] = useState<'recent' | 'plan'>('recent')
  const text = typed ?? usual
  const hours = typedHours(text)
  const asked = useSettled(hours, typingRestsMs)
  const { data: tried, error } = useCall(
    'forecast.get',
    { weeklyHours: asked ?? 1, split },
    { enabled: asked !== null, keepsLast: true },
  )
  const problem =
    hours === null
      ? 'Write the hours as a number above 0, 100 at most.'
      : errorAt(error, 'weeklyHours')
  const shown = tried ?? view
  return (
    <Card
      title="What if"
      lead="Try other hours a week. Nothing is kept until you change your profile or apply a replan."
    >
      <div className="forecast-what-if">
        <label className="forecast-slider">
          <span className="ui-label">Hours a week</span>
          <input
            type="range"
            min={LEAST}
            max={MOST}
            step={1}
            value={sliderValue(hours, LEAST, MOST)}
            aria-valuetext={`${text} hours a week`}
            onChange={(event) => {
              setTyped(event.target.value)
            }}
          />
        </label>
        <NumberField
          label="Exactly"
          value={text}
          onValue={setTyped}
          error={problem ?? undefined}
          suffix="h"
        />
        <Segmented
          label="Divided"
          value={split}
          onValue={setSplit}
          options={[
            { value: 'recent', label: 'As in the last weeks' },
            { value: 'plan', label: 'As what is left' },
          ]}
        />
      </div>
      <div aria-live="polite">
        {tried?.basis === 'steady' && (
          <p className="forecast-quiet">
            Too little is logged for a spread, so these are the days with the same hours every week,
            divided as what is left.
          </p>
        )}
        <Table caption="What it would change" className="forecast-compare">
          <thead>
            <tr>
              <th scope="col">Reached</th>
              <th scope="col">At the pace of the last weeks</th>
              <th scope="col">
                {asked === null || tried === undefined
                  ? 'With these hours'
                  : `With ${asked} h a week`}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Whole plan</th>
              <td>{reachingText(view.plan)}</td>
              <td>
                <strong>{reachingText(shown.plan)}</strong>
              </td>
            </tr>
            {shown.categories.map((row, index) => (
              <tr key={row.category}>
                <th scope="row">
                  <CategoryLabel position={index + 1}>{row.name}</CategoryLabel>
                </th>
                <td>{reachingText(view.categories[index] ?? row)}</td>
                <td>{reachingText(row)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        {view.interviewDate !== null && (
          <p className="forecast-quiet">The interview is on {formatDay(view.interviewDate)}.</p>
        )}
      </div>
    </Card>
  )
}
