type Path = readonly (string | number)[]
type Named = Readonly<{ id: string }>
type Shared = Readonly<{ id: string; share: number }>

type Support = Readonly<
  Record<'checklist' | 'indicators' | 'categories' | 'principles', readonly string[]>
>

/** As much of a playbook as the checks across its parts look at. */
type Book = Readonly<{
  id: string
  sources: readonly Named[]
  formula: Readonly<{
    areas: readonly (Shared & Readonly<{ support?: Support | undefined }>)[]
  }>
  plan: Readonly<{
    categories: readonly (Shared & Readonly<{ slug: string; tasks: readonly Named[] }>)[]
  }>
  milestones: readonly (Named & Readonly<{ category: string }>)[]
  checklist: readonly (Named &
    Readonly<{
      items: readonly (Named & Readonly<{ bands: readonly unknown[]; provenance?: unknown }>)[]
    }>)[]
  indicators: readonly (Named & Readonly<{ indicators: readonly Named[] }>)[]
  scope: readonly Named[]
  caseStudies: readonly Named[]
  questionHandling: readonly Named[]
  mappings: readonly Readonly<{ from: string; category: string; to: readonly string[] }>[]
}>

/** Tells what is wrong, in a sentence, and where in the playbook. */
type Report = (path: (string | number)[], message: string) => void

/**
 * Reports what no part of a playbook can know alone: shares that do not add up to 100, names of categories that do
 * not exist, ids that are used twice, a figure without its source.
 */
export function checkConsistency(book: Book, report: Report): void {
  checkShares(book.formula.areas, ['formula', 'areas'], report)
  checkShares(book.plan.categories, ['plan', 'categories'], report)
  book.plan.categories.forEach((row, index) => {
    if (row.id !== `plan.${row.slug}`)
      report(['plan', 'categories', index, 'id'], `expected "plan.${row.slug}", found "${row.id}"`)
  })
  checkCategories(book, report)
  checkMappings(book, report)
  checkSupport(book, report)
  checkIds(book, report)
  book.checklist.forEach((group, g) =>
    group.items.forEach((item, i) => {
      if (item.bands.length > 0 && item.provenance === undefined)
        report(['checklist', g, 'items', i], 'an item with bands needs a provenance as well')
    }),
  )
}

function checkShares(rows: readonly Shared[], path: Path, report: Report): void {
  // Shares such as 33.4 have no exact binary form, so their sum may be off by a rounding error.
  const sum = rows.reduce((total, row) => total + row.share, 0)
  if (Math.abs(sum - 100) > 1e-9)
    report([...path], `expected shares that add up to 100, found ${Number(sum.toFixed(6))}`)
}

function checkCategories(book: Book, report: Report): void {
  const known = new Set(book.plan.categories.map((category) => category.slug))
  const check = (name: string, path: Path) => {
    if (!known.has(name))
      report(
        [...path],
        `expected a category of the plan (${[...known].join(', ')}), found "${name}"`,
      )
  }
  book.milestones.forEach((row, index) => check(row.category, ['milestones', index, 'category']))
  book.mappings.forEach((row, index) =>
    row.to.forEach((to, k) => check(to, ['mappings', index, 'to', k])),
  )
}

function checkMappings(book: Book, report: Report): void {
  const seen = new Set<string>()
  book.mappings.forEach((row, index) => {
    if (row.from === book.id)
      report(
        ['mappings', index, 'from'],
        `expected another playbook, found this one, "${row.from}"`,
      )
    const key = `${row.from}/${row.category}`
    if (seen.has(key)) report(['mappings', index], `${key} is mapped twice; list all places in one`)
    seen.add(key)
  })
}

/** What supports an area of the formula has to exist and stands in one area only: nothing is counted twice. */
function checkSupport(book: Book, report: Report): void {
  const known: Readonly<Record<keyof Support, readonly string[] | null>> = {
    checklist: book.checklist.flatMap(({ items }) => items.map(({ id }) => id)),
    indicators: book.indicators.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    categories: book.plan.categories.map(({ slug }) => slug),
    // The principles stand in a file of their own.
    principles: null,
  }
  const names = {
    checklist: 'checklist item',
    indicators: 'indicator',
    categories: 'category of the plan',
    principles: 'principle',
  } as const
  const seen = new Set<string>()
  book.formula.areas.forEach(({ support }, a) => {
    if (!support) return
    for (const kind of ['checklist', 'indicators', 'categories', 'principles'] as const)
      support[kind].forEach((id, index) => {
        const path = ['formula', 'areas', a, 'support', kind, index]
        if (known[kind]?.includes(id) === false)
          report(path, `expected a ${names[kind]} of this playbook, found "${id}"`)
        const key = `${kind} ${id}`
        if (seen.has(key)) report(path, `the ${names[kind]} "${id}" supports two areas; choose one`)
        seen.add(key)
      })
  })
}

/** Ids are unique within their kind, over the whole playbook: stored records refer to them without their group. */
function checkIds(book: Book, report: Report): void {
  const at =
    <T extends Named>(...path: (string | number)[]) =>
    (row: T, index: number): [string, Path] => [row.id, [...path, index, 'id']]
  const kinds: Record<string, [string, Path][]> = {
    source: book.sources.map(at('sources')),
    'formula area': book.formula.areas.map(at('formula', 'areas')),
    category: book.plan.categories.map(at('plan', 'categories')),
    task: book.plan.categories.flatMap((row, i) =>
      row.tasks.map(at('plan', 'categories', i, 'tasks')),
    ),
    milestone: book.milestones.map(at('milestones')),
    'checklist group': book.checklist.map(at('checklist')),
    'checklist item': book.checklist.flatMap((row, i) =>
      row.items.map(at('checklist', i, 'items')),
    ),
    'indicator group': book.indicators.map(at('indicators')),
    indicator: book.indicators.flatMap((row, i) =>
      row.indicators.map(at('indicators', i, 'indicators')),
    ),
    'scope dimension': book.scope.map(at('scope')),
    'case study': book.caseStudies.map(at('caseStudies')),
    'question handling': book.questionHandling.map(at('questionHandling')),
  }
  for (const [kind, ids] of Object.entries(kinds)) {
    const seen = new Set<string>()
    for (const [id, path] of ids) {
      if (seen.has(id)) report([...path], `the ${kind} id "${id}" is used twice`)
      seen.add(id)
    }
  }
}
