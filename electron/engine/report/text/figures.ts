import type { ReportSectionId } from '#contract/report.ts'
import { inReportOrder } from '#domain/report-contents.ts'
import type { ReportData } from '../model.ts'

/** The engine's own figures, by section, as numbers and not as text. */
export type Figures = Readonly<Record<string, unknown>>

const bySection: Readonly<Record<ReportSectionId, ((data: ReportData) => Figures) | null>> = {
  cover: null,
  methods: null,
  readiness: ({ readiness, status }) => ({
    score: readiness.score,
    daysLeft: status.pace.daysLeft,
    parts: readiness.parts.map(({ name, points, weight, hasData }) => ({
      name,
      points,
      weight,
      hasData,
    })),
    missing: readiness.gains.map(({ text, points }) => ({ name: text, points })),
    next: status.next.map(({ text, points, hours }) => ({ name: text, points, hours })),
  }),
  forecast: ({ status }) => ({
    ...status.forecast,
    trend: status.weeks.map(({ start, hours }) => ({ name: start, hours })),
  }),
  'where-you-stand': ({ status }) => ({
    ...status.pace,
    totals: status.totals,
    allocationDistance: status.allocationDistance,
    week: status.week.map(({ day, hours }) => ({ name: day, hours })),
  }),
  allocation: ({ status }) => ({ categories: status.allocation, outside: status.unmapped }),
  milestones: ({ status }) => ({
    milestones: status.milestones,
    counts: status.counts.map(({ kind, total }) => ({ name: kind, total })),
  }),
  checklist: ({ checklist }) => ({
    progress: checklist.progress,
    groups: checklist.groups.map(({ name, progress }) => ({ name, ...progress })),
    items: checklist.groups.flatMap(({ items }) =>
      items.map((item) => ({
        name: item.text,
        state: item.state,
        worth: item.worth,
        confidence: item.confidence,
      })),
    ),
  }),
  'success-metrics': ({ metrics }) => ({
    summary: metrics.summary,
    metrics: metrics.groups.flatMap(({ indicators }) =>
      indicators.map((row) => ({
        name: row.text,
        threshold: row.threshold,
        unit: row.unit,
        value: row.latest?.value ?? null,
        status: row.status,
      })),
    ),
  }),
  scope: ({ scope }) => ({
    stated: scope.said,
    fit: scope.fit.map(({ level, dimensions }) => ({ name: level, dimensions })),
    figures: [...scope.dimensions.flatMap(({ figures }) => figures), ...scope.beside].map(
      ({ quantity, unit, value }) => ({ name: quantity, unit, value }),
    ),
  }),
  principles: ({ coverage }) => ({
    totals: coverage.totals,
    principles: coverage.rows.map(({ name, stories, tellable, minimum, missing, state }) => ({
      name,
      stories,
      tellable,
      minimum,
      missing,
      state,
    })),
  }),
  stories: ({ stories }) => ({
    stories: stories.map(({ story, figures }) => ({
      name: story.title,
      status: story.status,
      peopleLed: story.peopleLed,
      peopleAffected: story.peopleAffected,
      teams: story.teams,
      budgetUsd: story.budgetUsd,
      durationMonths: story.durationMonths,
      numbers: figures.map(({ metric, baseline, target, achieved, unit }) => ({
        name: metric,
        baseline,
        target,
        achieved,
        unit,
      })),
    })),
  }),
  rehearsals: ({ due, mocks }) => ({
    stories: due.stories.map(({ story, rehearsals, lastOn, lastRating, dueOn }) => ({
      name: story.title,
      rehearsals,
      lastOn,
      lastRating,
      dueOn,
    })),
    mocks: mocks.map(({ date, type, overall, selfOverall }) => ({
      name: `${date} ${type}`,
      overall,
      selfOverall,
    })),
  }),
  'practice-log': ({ sessions }) => ({
    sessions: sessions.map(({ date, time, category, durationS }) => ({
      name: `${date} ${time}`,
      category,
      durationS,
    })),
  }),
}

/** The figures of the sections that are on. */
export function figuresOf(data: ReportData): Figures {
  return Object.fromEntries(
    inReportOrder(data.contents.sections).flatMap((id) => {
      const of = bySection[id]
      return of === null ? [] : [[id, of(data)]]
    }),
  )
}

/** As JSON, with the day that the data is of. */
export function figuresJson(data: ReportData): string {
  const { level, today, timeZone, playbook } = data.status
  const head = { dataAsOf: today, timeZone, level, playbook }
  return `${JSON.stringify({ ...head, figures: figuresOf(data) }, null, 2)}\n`
}

type Row = readonly [section: string, of: string, item: string, figure: string, value: string]

/** As a table of one figure a row: UTF-8, commas, CRLF. */
export function figuresCsv(data: ReportData): string {
  const rows = Object.entries(figuresOf(data)).flatMap(([section, figures]) =>
    rowsOf(section, '', '', figures),
  )
  const head: Row = ['Section', 'Of', 'Item', 'Figure', 'Value']
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function rowsOf(section: string, of: string, item: string, value: unknown): readonly Row[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]): readonly Row[] => {
    if (Array.isArray(inner))
      return inner.flatMap((each: unknown) => rowsOf(section, key, itemOf(item, each), each))
    if (typeof inner === 'object' && inner !== null) return rowsOf(section, key, item, inner)
    const isNumber = typeof inner === 'number'
    return isNumber ? [[section, of, item, key, String(inner)]] : []
  })
}

function itemOf(outer: string, value: unknown): string {
  const name =
    typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
  return [outer, name].filter((part) => part !== '').join(': ')
}

/** No cell becomes a formula in a program that opens it. */
function csvCell(text: string): string {
  const isNumber = /^-?[\d.]+(e[+-]?\d+)?$/i.test(text)
  const safe = !isNumber && /^[=+\-@\t\r\n']/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
