import { describe, expect, it } from 'vitest'
import { formatDuration, formatHours } from '#domain/duration.ts'
import { milestoneTargetLabel } from '#domain/milestones.ts'
import { overallNames } from '#domain/mocks.ts'
import {
  decimals,
  formatDay,
  formatPercent,
  formatPoints,
  statusLabel,
  trimmedDecimals,
} from '#domain/readable.ts'
import type { ReportSectionId } from '#contract/report.ts'
import { shortBand, shortFigure } from '#domain/scope-axis.ts'
import { placeWords, quantityName, rungLabel } from '#domain/scope-words.ts'
import { clockOf, countWords, secondsToSay } from '#domain/spoken.ts'
import { asStudyDay } from '#domain/units.ts'
import { composeReport } from './compose.ts'
import type { Block } from './model.ts'
import { sampleData } from './sample-data.ts'
import { countText } from './sections/milestones.ts'

const data = sampleData({ stories: 7 })
const report = composeReport(data)

function sectionOf(id: ReportSectionId) {
  const section = report.sections.find((each) => each.id === id)
  if (!section) throw new Error(`no section ${id}`)
  return section
}
/** The rows of a section's tables, each the texts of its cells. */
function rowsOf(id: ReportSectionId, table?: number): readonly (readonly string[])[] {
  const tables = sectionOf(id).blocks.filter((block) => block.kind === 'table')
  const chosen = table === undefined ? tables : tables.slice(table, table + 1)
  return chosen.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))
}
function blockOf<K extends Block['kind']>(id: ReportSectionId, kind: K) {
  const block = sectionOf(id).blocks.find((each) => each.kind === kind)
  if (!block) throw new Error(`no ${kind} in ${id}`)
  return block as Extract<Block, { kind: K }>
}

/** The number that a text begins with, with its sign and without what parts thousands. */
function numberIn(text = ''): number {
  return Number.parseFloat(text.replace('−', '-').replaceAll(/[$,]/g, ''))
}

describe('the figures of each section are those of the engine', () => {
  it('cover: dates, days left and the shares of the plan', () => {
    const { status } = data
    const facts = report.cover?.facts.map(({ value }) => value)
    expect(facts).toEqual([
      status.level,
      status.playbook.name,
      formatDay(status.today),
      formatDay(status.profile.startDate),
      formatDay(asStudyDay(status.profile.interviewDate ?? '')),
      `${status.pace.daysLeft} days`,
    ])
    expect(report.cover?.strip.map(({ share }) => share)).toEqual(
      status.allocation.map(({ plannedShare }) => plannedShare),
    )
    for (const { plannedShare } of status.allocation)
      expect(report.cover?.stripCaption).toContain(formatPercent(plannedShare))
  })

  it('readiness: score, every part with its weight, gains and next steps', () => {
    const { readiness, status } = data
    const chart = blockOf('readiness', 'waterfall')
    expect(chart.rows.map(({ name, points, weight }) => [name, points, weight])).toEqual(
      readiness.parts.map(({ name, points, weight }) => [name, points, weight]),
    )
    expect(chart.total.points).toBe(readiness.score)
    expect(rowsOf('readiness', 0)).toEqual(
      readiness.gains.slice(0, 3).map(({ text, points }) => [text, `+${decimals(points, 1)}`]),
    )
    expect(rowsOf('readiness', 1).map(([text, hours]) => [text, hours])).toEqual(
      status.next.slice(0, 3).map(({ text, hours }) => [text, formatHours(hours)]),
    )
    expect(rowsOf('readiness', 1).map(([, , adds]) => Number.parseFloat(adds ?? ''))).toEqual(
      status.next.slice(0, 3).map(({ points }) => Number(points.toFixed(1))),
    )
  })

  it('where you stand: hours of the plan, of each category and of each day', () => {
    const { pace, allocation, week } = data.status
    expect(blockOf('where-you-stand', 'pace-chart')).toMatchObject({
      planned: pace.plannedHours,
      plannedToDate: pace.plannedToDateHours,
      actual: pace.actualHours,
    })
    expect(rowsOf('where-you-stand')).toEqual(
      allocation.map((row) => [
        row.name,
        '',
        formatHours(row.actualHours),
        formatHours(row.plannedHours),
        formatPoints(row.driftPoints ?? 0),
        statusLabel(row.status),
      ]),
    )
    expect(blockOf('where-you-stand', 'week-chart').days.map(({ hours }) => hours)).toEqual(
      week.map(({ hours }) => hours),
    )
  })

  it('allocation: shares, drift and hours of each category, and their sums', () => {
    const { allocation, pace } = data.status
    const chart = blockOf('allocation', 'share-chart')
    expect(chart.rows.map(({ planned, actual }) => [planned, actual])).toEqual(
      allocation.map(({ plannedShare, actualShare }) => [plannedShare, actualShare]),
    )
    const rows = rowsOf('allocation')
    expect(rows.slice(0, -1)).toEqual(
      allocation.map((row) => [
        row.name,
        formatPercent(row.plannedShare),
        formatPercent(row.actualShare),
        formatPoints(row.driftPoints ?? 0).replace(/ points?$/, ''),
        formatHours(row.plannedHours),
        formatHours(row.plannedToDateHours),
        formatHours(row.actualHours),
        formatHours(row.remainingHours),
        statusLabel(row.status),
      ]),
    )
    expect(rows.at(-1)?.slice(4, 8)).toEqual(
      [pace.plannedHours, pace.plannedToDateHours, pace.actualHours, pace.remainingHours].map(
        formatHours,
      ),
    )
  })

  it('forecast: what is done of plan, categories and milestones', () => {
    const { forecast, pace } = data.status
    expect(rowsOf('forecast').map((cells) => cells[1])).toEqual([
      `${formatHours(pace.actualHours)} of ${formatHours(pace.plannedHours)}`,
      ...forecast.categories.map(
        (each) => `${formatHours(each.actualHours)} of ${formatHours(each.plannedHours)}`,
      ),
      ...forecast.milestones.map(
        ({ actual, target }) => `${trimmedDecimals(actual)} of ${decimals(target, 0)}`,
      ),
    ])
    expect(sectionOf('forecast').lead).toContain(formatHours(forecast.weeklyHours))
  })

  it('milestones: done, target and progress of each, and every count', () => {
    const { milestones, counts } = data.status
    expect(rowsOf('milestones', 0)).toEqual(
      milestones.map((row) => [
        row.name,
        row.progress === null ? '' : `${Math.floor(row.progress * 100)} %`,
        trimmedDecimals(row.actual),
        milestoneTargetLabel(row) ?? 'none set',
      ]),
    )
    expect(rowsOf('milestones', 1).map(([, total]) => total)).toEqual(
      counts.filter(({ total }) => total > 0).map(({ total }) => decimals(total, 0)),
    )
  })

  it('success metrics: every target, recorded value and group’s sum', () => {
    const { groups, summary } = data.metrics
    const rows = groups.flatMap(({ indicators }) => indicators)
    const told = rowsOf('success-metrics').map(([, target, recorded]) => [
      target,
      recorded === 'no data' ? null : numberIn(recorded),
    ])
    expect(told).toEqual(
      rows.map(({ kind, target, latest }) => [
        kind === 'qualitative' ? 'evidence' : target,
        latest?.value ?? null,
      ]),
    )
    expect(rows.some(({ latest }) => latest !== null)).toBe(true)
    expect(sectionOf('success-metrics').lead).toContain(formatPercent(summary.share))
    const sums = sectionOf('success-metrics').blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.aside] : [],
    )
    expect(sums).toEqual(
      groups.map(
        ({ indicators }) =>
          `${indicators.filter(({ status }) => status === 'met').length} of ${indicators.length}`,
      ),
    )
  })

  it('checklist: what is shown of each group', () => {
    const sums = sectionOf('checklist').blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 3 ? [block.aside] : [],
    )
    expect(sums).toEqual(
      data.checklist.groups.map(
        ({ progress }) => `${progress.shown + progress.shownWithStory} of ${progress.items}`,
      ),
    )
  })

  it('scope: one’s own figure, the bands of every level and the place among them', () => {
    const { dimensions, levels } = data.scope
    const expected = dimensions.flatMap(({ name, figures, ladder, rung, rungPlace }) => [
      ...figures.map(({ quantity, value, unit, bands, place }) => [
        quantityName(quantity),
        value === null ? 'not stated' : shortFigure(value, unit),
        ...levels.map(({ id }) => {
          const band = bands.find(({ level }) => level === id)
          return band ? shortBand(band, unit) : 'none'
        }),
        place === null ? '' : placeWords(place),
      ]),
      ...(ladder.length === 0
        ? []
        : [
            [
              name,
              rung === null ? 'not stated' : rungLabel(rung),
              ...levels.map(
                ({ id }) =>
                  ladder
                    .filter((row) => row.levels.includes(id))
                    .map((row) => rungLabel(row.rung))
                    .join(', ') || 'none',
              ),
              rungPlace === null ? '' : placeWords(rungPlace),
            ],
          ]),
    ])
    expect(rowsOf('scope', 0)).toEqual(expected)
    expect(dimensions.some(({ figures }) => figures.some(({ value }) => value !== null))).toBe(true)
  })

  it('principles: the sums, and all that hangs on one story', () => {
    const { totals, single } = data.coverage
    const sum = rowsOf('principles', 0).find(([name]) => name === 'All principles')
    expect(sum?.slice(1, 3)).toEqual([String(totals.there), String(totals.wanted)])
    const texts = sectionOf('principles').blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : [],
    )
    expect(single.length).toBeGreaterThan(0)
    for (const { message } of single) expect(texts).toContain(message)
  })

  it('stories: words and time of each telling', () => {
    const tellings = sectionOf('stories').blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 3 && block.aside ? [block.aside] : [],
    )
    const written = data.stories.filter(({ story }) => story.formats['2min'] !== '')
    expect(tellings).toEqual(
      written.map(({ story, wordsPerMinute }) => {
        const count = countWords(story.formats['2min'])
        return `${count} words, ${clockOf(secondsToSay(count, wordsPerMinute))} at ${wordsPerMinute} a minute`
      }),
    )
  })

  it('rehearsals: each story’s count, day, rating and due day, and both ratings of each mock', () => {
    const { due, mocks } = data
    expect(rowsOf('rehearsals', 0)).toEqual(
      due.stories.map((row) => [
        row.story.title,
        String(row.rehearsals),
        row.lastOn === null ? 'not yet' : formatDay(asStudyDay(row.lastOn)),
        row.lastRating === null ? '' : `${row.lastRating} of 5`,
        row.state === 'later' ? formatDay(asStudyDay(row.dueOn)) : 'now',
      ]),
    )
    expect(due.stories.some(({ rehearsals }) => rehearsals > 0)).toBe(true)
    expect(rowsOf('rehearsals', 1).map((cells) => [cells[0], cells[3], cells[4]])).toEqual(
      mocks.map(({ date, overall, selfOverall }) => [
        formatDay(asStudyDay(date)),
        ...[overall, selfOverall].map((rating) =>
          rating === null ? 'not rated' : overallNames[rating - 1],
        ),
      ]),
    )
    expect(mocks).not.toEqual([])
  })

  it('practice log: day, start, length and counts of each session', () => {
    const table = blockOf('practice-log', 'table')
    expect(
      table.rows.map(({ cells }) => [
        cells[0]?.text,
        cells[1]?.text,
        cells[3]?.detail ?? '',
        cells[4]?.text,
      ]),
    ).toEqual(
      data.sessions.map((session) => [
        formatDay(asStudyDay(session.studyDay)),
        session.time,
        session.counts.map(countText).join(', '),
        formatDuration(session.durationS),
      ]),
    )
    expect(sectionOf('practice-log').lead).toContain(`of ${data.status.totals.sessions}`)
  })

  it('methods: the formulas with the figures that they give', () => {
    const { status, readiness, checklist, metrics, coverage } = data
    const terms = new Map(blockOf('methods', 'terms').items.map(({ term, text }) => [term, text]))
    expect(terms.get('Readiness')).toContain(
      `${readiness.parts.map(({ points }) => decimals(points, 1)).join(' + ')} = ${decimals(readiness.score, 1)}`,
    )
    expect(terms.get('Allocation distance')).toContain(
      `= ${decimals(status.allocationDistance ?? 0, 1)}`,
    )
    expect(terms.get('Due by today')).toContain(`= ${formatHours(status.pace.plannedToDateHours)}`)
    expect(terms.get('Needed from now on')).toContain(
      formatHours(status.pace.requiredWeeklyHours ?? 0),
    )
    expect(terms.get('Checklist progress')).toContain(formatPercent(checklist.progress.progress))
    expect(terms.get('Metrics met')).toContain(`= ${formatPercent(metrics.summary.share)}`)
    expect(terms.get('Principle coverage')).toContain(
      `${coverage.totals.there} of ${coverage.totals.wanted}`,
    )
    const shares = rowsOf('methods').map((cells) => cells[1])
    expect(shares.slice(0, status.allocation.length)).toEqual(
      status.allocation.map(
        ({ plannedShare, plannedHours }) =>
          `${formatPercent(plannedShare)}, ${formatHours(plannedHours)}`,
      ),
    )
  })
})
