import { describe, expect, it } from 'vitest'
import type { Playbook } from '#contract/playbooks.ts'
import { loadPlaybooks } from './load.ts'
import { testFolders } from './test-folders.ts'

function level(id: 'L6' | 'L7'): Playbook {
  const found = loadPlaybooks(testFolders()).get(id)
  if (!found) throw new Error(`${id} is missing`)
  return found
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
const indicatorsOf = (book: Playbook) => book.indicators.flatMap((group) => group.indicators)
const lengths = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.length)

describe('the built-in levels carry every figure of the reference', () => {
  it.each([
    ['L6', [40, 30, 20, 10]],
    ['L7', [50, 25, 20, 5]],
  ] as const)('%s weighs candidates %j, with four points in each area', (id, shares) => {
    const { areas, name } = level(id).formula
    expect(areas.map((area) => area.share)).toEqual(shares)
    expect(name).toBe(shares.join('-'))
    expect(lengths(areas.map((area) => area.points))).toEqual([4, 4, 4, 4])
  })

  it.each([
    ['L6', 'system-design', 35, 100],
    ['L6', 'coding', 30, 85],
    ['L6', 'stories', 25, 70],
    ['L6', 'deep-dives', 10, 30],
    ['L7', 'strategic-thinking', 40, 130],
    ['L7', 'architecture', 25, 80],
    ['L7', 'org-leadership', 25, 80],
    ['L7', 'credibility', 10, 30],
  ] as const)(
    '%s plans %s at %d %% and about %d hours, with four tasks',
    (id, slug, share, hours) => {
      const category = level(id).plan.categories.find((row) => row.slug === slug)
      expect(category).toMatchObject({
        share,
        hours: { min: hours, approximate: true, open: false },
      })
      expect(category?.hours.max).toBeUndefined()
      expect(category?.tasks).toHaveLength(4)
    },
  )

  it.each([
    ['L6', 285],
    ['L7', 320],
  ] as const)('%s has four categories, %d hours, shares of 100 and sixteen tasks', (id, hours) => {
    const { categories } = level(id).plan
    expect(categories).toHaveLength(4)
    expect(sum(categories.map((row) => row.share))).toBe(100)
    expect(sum(categories.map((row) => row.hours.min))).toBe(hours)
    expect(categories.flatMap((row) => row.tasks)).toHaveLength(16)
  })

  it.each([
    ['L6', { 'Technical leadership': 12, 'People leadership': 12, 'Business impact': 8 }],
    [
      'L7',
      { 'Strategic leadership': 12, 'Platform and architecture': 8, 'Talent and organization': 8 },
    ],
  ] as const)('%s has its checklist in groups of four: %j', (id, sections) => {
    const { checklist } = level(id)
    expect(checklist).toHaveLength(id === 'L6' ? 8 : 7)
    expect(new Set(lengths(checklist.map((group) => group.items)))).toEqual(new Set([4]))
    const counted: Record<string, number> = {}
    for (const { section, items } of checklist)
      counted[section] = (counted[section] ?? 0) + items.length
    expect(counted).toEqual(sections)
  })

  it.each([
    ['L6', 10, 2],
    ['L7', 4, 8],
  ] as const)('%s has 3 x 4 indicators: %d numeric and %d qualitative', (id, numeric, words) => {
    const book = level(id)
    expect(lengths(book.indicators.map((group) => group.indicators))).toEqual([4, 4, 4])
    const kinds = indicatorsOf(book).map((row) => row.kind)
    expect(kinds.filter((kind) => kind === 'numeric')).toHaveLength(numeric)
    expect(kinds.filter((kind) => kind === 'qualitative')).toHaveLength(words)
  })

  it('sets these thresholds', () => {
    const table = (['L6', 'L7'] as const).flatMap((id) =>
      indicatorsOf(level(id)).flatMap((row) =>
        row.kind === 'numeric'
          ? [`${id} ${row.id} ${row.comparator} ${row.threshold} ${row.unit}`]
          : [],
      ),
    )
    expect(table).toEqual([
      'L6 availability > 99.9 %',
      'L6 performance-improvement > 20 %',
      'L6 cost-optimization > 15 %',
      'L6 security-incidents = 0 count',
      'L6 velocity-increase > 25 %',
      'L6 employee-satisfaction > 4 score',
      'L6 retention > 90 %',
      'L6 promotion-rate > 20 %',
      'L6 feature-adoption > 70 %',
      'L6 financial-impact > 500000 USD',
      'L7 productivity-increase > 30 %',
      'L7 platform-adoption >= 80 %',
      'L7 senior-leaders >= 5 count',
      'L7 hiring-rate > 40 %',
    ])
  })

  it('judges satisfaction on a scale of 5 and wants a baseline for every change', () => {
    const rows = [...indicatorsOf(level('L6')), ...indicatorsOf(level('L7'))]
    expect(rows.find((row) => row.id === 'employee-satisfaction')).toMatchObject({
      range: { max: 5 },
    })
    const changes = rows.filter((row) => row.kind === 'numeric' && row.change)
    expect(changes.map((row) => row.id)).toEqual([
      'performance-improvement',
      'cost-optimization',
      'velocity-increase',
      'productivity-increase',
      'hiring-rate',
    ])
  })

  it('draws the scope of each level in the same seven dimensions', () => {
    const [l6, l7] = [level('L6').scope, level('L7').scope]
    expect(l6).toHaveLength(7)
    expect(l7.map((row) => row.id)).toEqual(l6.map((row) => row.id))
    const bands = [...l6, ...l7].flatMap((row) =>
      row.bands.map((band) => `${band.quantity} ${band.min}..${band.max ?? ''}`),
    )
    expect(bands).toEqual([
      'engineers-in-scope 10..25',
      'teams-in-scope 2..4',
      'project-months 3..12',
      'budget-usd 100000..2000000',
      'engineers-in-scope 100..',
      'organizations-in-scope 2..',
      'project-months 12..36',
      'budget-usd 2000000..20000000',
    ])
    const words = [...l6, ...l7].filter((row) => row.bands.length === 0)
    expect(words.every((row) => row.rungs.length > 0)).toBe(true)
  })

  it('keeps people led, people affected, budget and impact apart', () => {
    const figures = (['L6', 'L7'] as const).flatMap((id) =>
      level(id).checklist.flatMap((group) =>
        group.items.flatMap((item) =>
          item.bands.map((band) => `${id} ${band.quantity} ${band.min}..${band.max ?? ''}`),
        ),
      ),
    )
    expect(figures).toEqual([
      'L6 expert-areas 2..3',
      'L6 users-served 1000000..',
      'L6 direct-reports 8..15',
      'L6 teams-in-scope 2..4',
      'L6 impact-usd 1000000..',
      'L7 engineers-affected 100..',
      'L7 teams-served 50..',
      'L7 users-or-requests 1000000000..',
      'L7 growth-factor 100..',
    ])
  })

  it('tells one case and one pair of answers per level', () => {
    for (const id of ['L6', 'L7'] as const) {
      const { caseStudies, questionHandling } = level(id)
      expect(caseStudies).toHaveLength(1)
      expect(questionHandling).toHaveLength(1)
      expect(questionHandling[0]).toMatchObject({
        candidateLevel: id,
        questionLevel: id === 'L6' ? 'L7' : 'L6',
      })
      expect(caseStudies[0]?.whyItWorks).toHaveLength(id === 'L6' ? 4 : 5)
    }
  })

  it.each([
    [
      'L6',
      [850, 285, 6, 3.2, 99.99, 12, 3, 50_000_000, 50_000_000, 12_000_000, 0, 2],
      ['850 ms', '285 ms', '3.2 %', '$50M', '99.99 %', '$12M', '12', '2023'],
    ],
    [
      'L7',
      [200, 15, 5, 10_000_000, 18, 2_000_000, 6, 50, 8, 6, 60, 15, 3, 25_000_000],
      ['200', '$10M', '18 months', '$2M', '50', '8 months', '6 weeks', '60 %', '15 %', '$25M'],
    ],
  ] as const)('%s keeps every number of its case', (id, values, inWords) => {
    const [story] = level(id).caseStudies
    expect(story?.figures.map((figure) => figure.value)).toEqual(values)
    const told = JSON.stringify(story)
    for (const words of inWords) expect(told).toContain(words)
  })
})

describe('milestones', () => {
  it('gives L6 the targets of the reference, and none for what it does not count', () => {
    const targets = Object.fromEntries(
      level('L6').milestones.map(({ id, target, measure }) => [
        id,
        { ...target, by: measure.kind },
      ]),
    )
    const closed = { approximate: false, open: false }
    expect(targets).toEqual({
      'design-problems': { min: 15, approximate: false, open: true, by: 'counts' },
      'coding-problems': { min: 200, approximate: false, open: true, by: 'counts' },
      languages: { min: 2, max: 3, ...closed, by: 'stated' },
      stories: { min: 10, max: 12, ...closed, by: 'stories' },
      principles: { min: 16, ...closed, by: 'principles' },
      'mock-interviews': { by: 'counts' },
      papers: { by: 'counts' },
    })
  })

  it('counts coding problems of every difficulty', () => {
    for (const id of ['L6', 'L7'] as const)
      expect(level(id).milestones.find((row) => row.id === 'coding-problems')?.measure).toEqual({
        kind: 'counts',
        counts: ['coding-easy', 'coding-medium', 'coding-hard'],
      })
  })

  it('offers the same ones at L7 with no target, since its playbook sets none', () => {
    const [l6, l7] = [level('L6').milestones, level('L7').milestones]
    expect(l7.map((row) => [row.id, row.measure])).toEqual(l6.map((row) => [row.id, row.measure]))
    for (const row of l7) {
      expect(row.target).toBeNull()
      expect(row.provenance.source).toBe('Not in the playbook')
    }
  })
})

describe('switching level', () => {
  it('suggests a place for every category of the other level, both ways', () => {
    const places = (['L6', 'L7'] as const).flatMap((id) =>
      level(id).mappings.map((row) => `${row.from} ${row.category} -> ${row.to.join(' | ')}`),
    )
    expect(places).toEqual([
      'L7 strategic-thinking -> stories',
      'L7 architecture -> system-design',
      'L7 org-leadership -> stories',
      'L7 credibility -> coding | deep-dives',
      'L6 system-design -> architecture',
      'L6 coding -> credibility',
      'L6 stories -> org-leadership | strategic-thinking',
      'L6 deep-dives -> credibility',
    ])
  })
})

describe('what the app shows behind each (i)', () => {
  it('has a source for every figure, and a reading wherever one was chosen', () => {
    for (const id of ['L6', 'L7'] as const) {
      const book = level(id)
      const read = [
        book.formula.provenance,
        book.plan.provenance,
        ...book.plan.categories.map((row) => row.provenance),
        ...book.milestones.map((row) => row.provenance),
        ...indicatorsOf(book).map((row) => row.provenance),
        ...book.checklist.flatMap((group) =>
          group.items.filter((item) => item.bands.length > 0).map((item) => item.provenance),
        ),
        ...book.scope.filter((row) => row.bands.length > 0).map((row) => row.provenance),
      ]
      for (const provenance of read) {
        expect(provenance?.source).toBeTruthy()
        expect(provenance?.reading).toBeTruthy()
      }
      for (const group of book.checklist) expect(group.provenance?.source).toContain(id)
    }
  })

  it('says that the figures are no company’s statement', () => {
    for (const id of ['L6', 'L7'] as const)
      expect(level(id).sources[0]?.note).toContain('not affiliated with Amazon')
  })
})

describe('the Leadership Principles', () => {
  it('stand in their official order under their official names', () => {
    const { principles } = loadPlaybooks(testFolders())
    expect(principles.map(({ short, name }) => `${short}: ${name}`)).toEqual([
      'CO: Customer Obsession',
      'OWN: Ownership',
      'IS: Invent and Simplify',
      'RAL: Are Right, A Lot',
      'LBC: Learn and Be Curious',
      'HDB: Hire and Develop the Best',
      'IHS: Insist on the Highest Standards',
      'TB: Think Big',
      'BFA: Bias for Action',
      'FRUG: Frugality',
      'ET: Earn Trust',
      'DD: Dive Deep',
      'HB: Have Backbone; Disagree and Commit',
      'DR: Deliver Results',
      "EBE: Strive to be Earth's Best Employer",
      'SSBR: Success and Scale Bring Broad Responsibility',
    ])
    expect(new Set(principles.map(({ id }) => id)).size).toBe(16)
  })

  it('ask for 42 stories in all: four, three or two each', () => {
    const { principles } = loadPlaybooks(testFolders())
    const asking = (n: number) =>
      principles.filter((row) => row.minStories === n).map((row) => row.short)
    expect(asking(4)).toEqual(['OWN', 'DR'])
    expect(asking(3)).toEqual(['CO', 'IS', 'RAL', 'HDB', 'TB', 'ET'])
    expect(sum(principles.map((row) => row.minStories))).toBe(42)
  })
})

describe('the case studies are taken apart', () => {
  it.each(['L6', 'L7'] as const)(
    '%s: all six parts, all five steps, figures that the scope judges',
    (id) => {
      const book = level(id)
      const bands = book.scope.flatMap((row) => row.bands.map(({ quantity }) => quantity))
      for (const { anatomy, steps, scopeFacts } of book.caseStudies) {
        expect(anatomy.map(({ part }) => part)).toEqual([
          'situation',
          'task',
          'action',
          'result',
          'reflection',
          'growth',
        ])
        expect(steps.map(({ step }) => step)).toEqual([
          'assess',
          'design',
          'align',
          'implement',
          'monitor',
        ])
        expect(scopeFacts.length).toBeGreaterThan(0)
        expect(scopeFacts.filter(({ quantity }) => !bands.includes(quantity))).toEqual([])
      }
    },
  )
})
