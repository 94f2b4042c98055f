import type { ReportSectionId } from '#contract/report.ts'
import { WORTH_RULE } from '#domain/checklist.ts'
import { decimals, formatPercent } from '#domain/readable.ts'
import type { ReportData, Term } from '../model.ts'

/** How the figures about evidence, stories and rehearsals come about, for the sections that are on. */
export function careerTerms(
  data: ReportData,
  isOn: (...ids: readonly ReportSectionId[]) => boolean,
): readonly Term[] {
  return [
    ...(isOn('readiness') ? readinessTerms(data) : []),
    ...(isOn('forecast') ? forecastTerms(data) : []),
    ...(isOn('checklist') ? checklistTerms(data) : []),
    ...(isOn('success-metrics') ? metricTerms(data) : []),
    ...(isOn('scope') ? scopeTerms : []),
    ...(isOn('principles') ? principleTerms(data) : []),
    ...(isOn('stories') ? storyTerms(data) : []),
    ...(isOn('rehearsals') ? rehearsalTerms : []),
  ]
}

function readinessTerms({ readiness }: ReportData): readonly Term[] {
  return [
    {
      term: 'Readiness',
      text: `The sum of its parts, of 100 points: ${readiness.parts.map(({ points }) => decimals(points, 1)).join(' + ')} = ${decimals(readiness.score, 1)}. ${readiness.meaning}`,
      source: 'The weights of the parts are those of the playbook or your own.',
    },
    ...readiness.parts.map(({ name, rule, weight }) => ({
      term: name,
      text: `${rule} At most ${decimals(weight, 0)} points.`,
    })),
  ]
}

function forecastTerms({ status: { forecast } }: ReportData): readonly Term[] {
  return [
    {
      term: 'Forecast',
      text: `1,000 courses of weeks to come, each drawn from the last whole weeks (${decimals(forecast.weeks, 0)} here); the range leaves out the earliest and the latest tenth.`,
      source:
        'The draws follow from the data, so the same data give the same forecast. Less than three whole weeks say nothing.',
    },
  ]
}

function checklistTerms({ checklist: { progress } }: ReportData): readonly Term[] {
  return [
    {
      term: 'Checklist progress',
      text: `${WORTH_RULE} Here: ${formatPercent(progress.progress)} over ${decimals(progress.items, 0)} items.`,
      source:
        'Our own rule. Items of your own and how sure you are of an item are shown and take no part in it.',
    },
  ]
}

function metricTerms({ metrics: { groups, summary } }: ReportData): readonly Term[] {
  return [
    {
      term: 'Metrics met',
      text: `(met + close ÷ 2) ÷ all: (${decimals(summary.met, 0)} + ${decimals(summary.close, 0)} ÷ 2) ÷ ${decimals(summary.indicators, 0)} = ${formatPercent(summary.share)}.`,
      source: 'The value that counts is the latest by its day.',
    },
    ...groups.flatMap(({ indicators }) =>
      indicators.map(({ text, rule }) => ({ term: text, text: rule })),
    ),
  ]
}

const scopeTerms: readonly Term[] = [
  {
    term: 'Fits a level',
    text: 'Your figure lies in the level’s range, both ends included; in words, the level names your rung. A dimension fits where all that is said of it does.',
    source: 'Playbook, scope table.',
  },
]

function principleTerms({ coverage: { totals } }: ReportData): readonly Term[] {
  return [
    {
      term: 'Principle coverage',
      text: `Stories that serve a principle and are not retired, counted up to the suggested number, over all principles: ${decimals(totals.there, 0)} of ${decimals(totals.wanted, 0)}. “Thin” has fewer than suggested, “Gap” none, and of “Drafts only” too few can be told yet.`,
      source:
        'The strongest stories stand first: 1 for a primary and 0.6 for a secondary principle, times 1 when rehearsed, 0.8 when ready, 0.5 as a draft.',
    },
  ]
}

function storyTerms({ stories, contents }: ReportData): readonly Term[] {
  const pace = stories[0]?.wordsPerMinute
  return [
    {
      term: 'Time of a telling',
      text: `Words ÷ words a minute${pace === undefined ? '' : ` (${decimals(pace, 0)})`}.`,
    },
    ...(contents.findings
      ? [
          {
            term: 'Level check',
            text: 'Plain rules that look at scope, numbers, voice and time of a story. Findings that were answered with “this is intended” are left out.',
            source: 'Playbook for scope, our own rules of thumb for the rest.',
          },
        ]
      : []),
  ]
}

const rehearsalTerms: readonly Term[] = [
  {
    term: 'Due',
    text: 'The day of the last rehearsal + the interval that its rating gives, but before the interview as long as that can be: max(last + 1, min(last + interval, interview − 1)).',
    source: 'Our own schedule.',
  },
  {
    term: 'Mock ratings',
    text: 'As they were entered: the interviewer’s and your own view stand beside each other and are never made into one figure.',
  },
]
