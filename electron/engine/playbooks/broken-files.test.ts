import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPlaybooks } from './load.ts'
import { placeOf, smallPlaybook, testFolders } from './test-folders.ts'

/** The messages for a user's `mine.yaml`; also proves that the built-in levels are there all the same. */
function faultsOf(content: string | Uint8Array): readonly string[] {
  const folders = testFolders()
  folders.write('mine.yaml', content)
  const library = loadPlaybooks(folders)
  expect(library.list().map((row) => row.id)).toEqual(['L6', 'L7'])
  for (const problem of library.problems) expect(problem.file).toBe('mine.yaml')
  return library.problems.map((problem) => problem.message)
}

/** The messages for the small playbook with one piece of text replaced, and where the new text stands. */
function faultsAfter(
  from: string,
  to: string,
  mark = to,
): { place: string; faults: readonly string[] } {
  const content = smallPlaybook(from, to)
  return { place: placeOf(content, mark), faults: faultsOf(content) }
}

describe('a broken file says where, what was expected and what was found', () => {
  it('for a value of the wrong type', () => {
    const { place, faults } = faultsAfter('share: 70', 'share: lots', 'lots')
    expect(faults).toEqual([
      `mine.yaml:${place}: plan.categories[0].share: expected a number from 0 to 100, found "lots"`,
    ])
  })

  it.each([
    ['share: 70', '170', 'plan.categories[0].share: expected a number from 0 to 100, found 170'],
    ['min: 50', '0', 'plan.categories[0].hours.min: expected a number above 0, found 0'],
    ['min: 50', '.inf', 'plan.categories[0].hours.min: expected a number above 0, found Infinity'],
    ['name: L8 director', '7', 'name: expected text of 1 to 2000 characters, found 7'],
    ['name: L8 director', '" "', 'name: expected text of 1 to 2000 characters, found empty text'],
    [
      'summary: For directors.',
      '',
      'summary: expected text of 1 to 2000 characters, found nothing',
    ],
    ['version: 1\ns', '1.5\ns', 'version: expected a whole number above 0, found 1.5'],
    ['schemaVersion: 1', '2', 'schemaVersion: expected 1, found 2'],
    [
      'slug: reading',
      'My Reading',
      'plan.categories[1].slug: expected lower-case words joined by hyphens, found "My Reading"',
    ],
    [
      'points: [See further]',
      '[]',
      'formula.areas[0].points: expected a list of at least 1 entry, found a list of 0 entries',
    ],
    [
      'points: [See further]',
      'yes',
      'formula.areas[0].points: expected a list of at least 1 entry, found "yes"',
    ],
    [
      'approximate: true',
      'yes',
      'plan.categories[0].hours.approximate: expected true or false, found "yes"',
    ],
    [
      'comparator: ">"',
      '"=>"',
      'indicators[0].indicators[0].comparator: expected one of ">", ">=", "=", "<", "<=", found "=>"',
    ],
    [
      'kind: numeric',
      'number',
      'indicators[0].indicators[0].kind: expected one of "numeric", "qualitative", found "number"',
    ],
    [
      'counts: [paper]',
      '[book]',
      'milestones[0].measure.counts[0]: expected one of "design-problem", "coding-easy", "coding-medium", "coding-hard", "mock-interview", "paper", found "book"',
    ],
    [
      'counts: [paper]',
      '[paper, paper]',
      'milestones[0].measure.counts: a kind stands in the list twice',
    ],
    [
      'target: { min: 5, max: 8 }',
      'five',
      'milestones[0].target: expected the keys min (optional: max, approximate, open), or null, found "five"',
    ],
    [
      'target: { min: 5, max: 8 }',
      '{ min: 9, max: 8 }',
      'milestones[0].target.max: max must not be below min',
    ],
    [
      'target: { min: 5, max: 8 }',
      '{ min: 5, max: 8, open: true }',
      'milestones[0].target.open: a figure is either open or has a max, not both',
    ],
  ])('for %s turned into %s', (from, value, fault) => {
    const key = from.slice(0, from.indexOf(':'))
    expect(faultsAfter(from, `${key}: ${value}`).faults).toEqual([
      expect.stringMatching(/^mine\.yaml:\d+:\d+: /),
    ])
    const [message] = faultsAfter(from, `${key}: ${value}`).faults
    expect(message?.replace(/^mine\.yaml:\d+:\d+: /, '')).toBe(fault)
  })

  it('for a key that is missing, at the mapping that wants it', () => {
    const { place, faults } = faultsAfter('      share: 70\n', '', 'id: plan.writing')
    expect(faults).toEqual([
      `mine.yaml:${place}: plan.categories[0].share: expected a number from 0 to 100, but the key is missing`,
    ])
  })

  it('for a key that it does not know, with those that it does', () => {
    const { place, faults } = faultsAfter(
      '      share: 70\n',
      '      share: 70\n      colour: red\n',
      'colour',
    )
    expect(faults).toEqual([
      `mine.yaml:${place}: plan.categories[0]: expected only the keys id, slug, name, share, hours, tasks, provenance, found "colour"`,
    ])
  })

  it('for a key that its kind of measure does not have', () => {
    const from = '{ kind: counts, counts: [paper] }'
    expect(faultsAfter(from, '{ kind: stories, counts: [paper] }').faults).toEqual([
      expect.stringContaining('milestones[0].measure: expected only the keys kind, found "counts"'),
    ])
  })

  it('for a key that is given twice', () => {
    const content = smallPlaybook('      share: 70\n', '      share: 70\n      share: 71\n')
    expect(faultsOf(content)).toEqual([
      `mine.yaml:${placeOf(content, 'share: 71')}: expected each key once, found "share" again ` +
        `(first at ${placeOf(content, 'share: 70')})`,
    ])
  })

  it('for shares that do not add up to 100', () => {
    const { place, faults } = faultsAfter('share: 70', 'share: 60', '- id: plan.writing')
    expect(faults).toEqual([
      `mine.yaml:${place}: plan.categories: expected shares that add up to 100, found 90`,
    ])
    expect(faultsAfter('share: 40', 'share: 50').faults).toEqual([
      expect.stringContaining('formula.areas: expected shares that add up to 100, found 110'),
    ])
  })

  it('but not for shares whose sum is off by a rounding error', () => {
    expect(57.3 + 28.4 + 14.3).not.toBe(100)
    const third = '    - { id: formula.rest, name: Rest, share: 14.3, points: [Rest] }\n'
    const content = smallPlaybook('share: 60', 'share: 57.3')
      .replace('share: 40', 'share: 28.4')
      .replace('plan:\n', `${third}plan:\n`)
    const folders = testFolders()
    folders.write('mine.yaml', content)
    expect(loadPlaybooks(folders).problems).toEqual([])
    expect(loadPlaybooks(folders).get('L8')?.formula.areas).toHaveLength(3)
  })

  it.each([
    ['formula.people', 'formula.vision', 'the formula area id "formula.vision" is used twice'],
    ['id: book', 'id: memo', 'the task id "memo" is used twice'],
  ])('for the id %s that became %s', (from, to, fault) => {
    const content = smallPlaybook(from, to)
    const second = content.lastIndexOf(to.replace('id: ', ''))
    const before = content.slice(0, second).split('\n')
    const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`
    const [message] = faultsOf(content)
    expect(message).toMatch(new RegExp(`^mine\\.yaml:${place}: \\S+: ${fault}$`))
  })

  it('for a category whose id is not its slug', () => {
    const { place, faults } = faultsAfter('id: plan.reading', 'id: plan.books', 'plan.books')
    expect(faults).toEqual([
      `mine.yaml:${place}: plan.categories[1].id: expected "plan.reading", found "plan.books"`,
    ])
  })

  it('for a formula id among the plan’s', () => {
    expect(faultsAfter('id: plan.reading', 'id: formula.reading').faults).toEqual([
      expect.stringContaining(
        'plan.categories[1].id: expected "plan." and lower-case words joined by hyphens, found "formula.reading"',
      ),
    ])
  })

  it('for a milestone or a mapping in a category that the plan does not have', () => {
    const { place, faults } = faultsAfter('category: reading', 'category: walking', 'walking')
    expect(faults).toEqual([
      `mine.yaml:${place}: milestones[0].category: expected a category of the plan (writing, reading), found "walking"`,
    ])
    expect(faultsAfter('to: [writing]', 'to: [walking]').faults).toEqual([
      expect.stringContaining('mappings[0].to[0]: expected a category of the plan'),
    ])
  })

  it('for a mapping from itself, and for a category that is mapped twice', () => {
    expect(faultsAfter('from: L7', 'from: L8').faults).toEqual([
      expect.stringContaining('mappings[0].from: expected another playbook, found this one, "L8"'),
    ])
    const line = '  - { from: L7, category: strategic-thinking, to: [writing] }\n'
    expect(faultsAfter(line, line + line).faults).toEqual([
      expect.stringContaining('mappings[1]: L7/strategic-thinking is mapped twice'),
    ])
  })

  it('for a figure in the checklist without its source', () => {
    const item = '        text: I own a budget.\n'
    const band = '        bands: [{ quantity: budget-usd, unit: USD, min: 5 }]\n'
    expect(faultsAfter(item, item + band).faults).toEqual([
      expect.stringContaining('checklist[0].items[0]: an item with bands needs a provenance'),
    ])
  })

  it('for a text that is not YAML', () => {
    const { place, faults } = faultsAfter(
      'points: [See further]',
      'points: [See further',
      'name: People',
    )
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]).toMatch(/^mine\.yaml:\d+:\d+: expected valid YAML, found a fault: .+/)
    expect(Number(place.split(':')[0])).toBeGreaterThanOrEqual(Number(faults[0]?.split(':')[1]))
  })

  it.each([
    ['a tab', 'id:\n\tL8', '2:1: expected spaces to indent with, found a tab'],
    ['a second document', 'id: L8\n---\nid: L9', '2:1: expected one document, found a second one'],
    ['a tag', 'id: !evil L8', '1:5: expected plain values, found a tag'],
    ['a list as a key', '? [a]\n: 1', '1:3: expected a plain word as the key'],
    ['an alias of nothing', 'id: *other', '1:5: expected an anchor &other before *other'],
    ['an alias of itself', 'id: &a [*a]', '1:9: expected an anchor &a before *a'],
    ['a list as the whole', '- L8', '1:1: expected the keys schemaVersion, id, name, '],
    ['an empty file', '', '1:1: expected the keys schemaVersion, id, name, '],
  ])('for %s', (_, content, fault) => {
    expect(faultsOf(content)[0]).toContain(`mine.yaml:${fault}`)
  })

  it('for all of its faults at once, of which it lists twenty', () => {
    const faults = faultsOf(smallPlaybook().replaceAll(/share: \d+/g, 'share: lots'))
    expect(faults).toHaveLength(4)
    const many = faultsOf(`${Array.from({ length: 50 }, (_, i) => `key${i}: 1`).join('\n')}\n`)
    expect(many).toHaveLength(21)
    expect(many.at(-1)).toMatch(/^mine\.yaml:1:1: and \d+ more$/)
  })

  it('for a key that would reach into objects', () => {
    expect(
      faultsAfter('version: 1\ns', '__proto__: { polluted: true }\nversion: 1\ns').faults,
    ).toEqual([
      expect.stringMatching(/^mine\.yaml:5:1: expected only the keys .*, found "__proto__"$/),
    ])
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a hostile file is refused quickly', () => {
  it('when it is too large', () => {
    expect(faultsOf(smallPlaybook() + '#'.repeat(512 * 1024))).toEqual([
      'mine.yaml: expected at most 512 KiB, found 514 KiB',
    ])
  })

  it('when it is not UTF-8', () => {
    expect(faultsOf(Buffer.from('id: L8\nname: Caf\xe9\n', 'latin1'))).toEqual([
      'mine.yaml:2:10: expected UTF-8 text, found a byte that is not; save the file as UTF-8',
    ])
  })

  it('when aliases would make it grow without bound', () => {
    const steps = Array.from({ length: 9 }, (_, i) => {
      const before = i === 0 ? 'x' : `*a${i - 1}`
      return `a${i}: &a${i} [${Array.from({ length: 9 }, () => before).join(', ')}]`
    })
    const faults = faultsOf(steps.join('\n'))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^mine\.yaml:4:\d+: expected at most 20 aliases/)
  })

  it('when few aliases multiply', () => {
    const row = (name: string, of: string) => `${name}: &${name} [${of}, ${of}, ${of}, ${of}]`
    const content = [row('a', 'x'), row('b', '*a'), row('c', '*b'), row('d', '*c'), row('e', '*d')]
    expect(faultsOf(content.join('\n'))).toEqual([
      expect.stringContaining('expected at most 20 aliases'),
    ])
  })

  it.each([
    ['lists', '['],
    ['mappings', '{a: '],
    ['block lists', '- '],
  ])('when %s are nested without end', (_, piece) => {
    const faults = faultsOf(piece.repeat(Math.floor(500_000 / piece.length)))
    expect(faults.join('\n')).toContain('found deeper nesting')
    expect(faults.length).toBeLessThanOrEqual(5)
  })

  it('when it is nested deeper than any playbook', () => {
    expect(faultsOf(`id: ${'['.repeat(25)}${']'.repeat(25)}`)).toEqual([
      'mine.yaml:1:25: expected at most 20 levels, found deeper nesting',
    ])
  })

  it('when it is no file at all', () => {
    const folders = testFolders()
    mkdirSync(path.join(folders.userDir, 'folder.yaml'))
    symlinkSync('/nowhere/at/all', path.join(folders.userDir, 'link.yaml'))
    expect(loadPlaybooks(folders).problems.map((problem) => problem.message)).toEqual([
      'folder.yaml: expected a file, found something else of that name',
      'link.yaml: the file cannot be read (ENOENT)',
    ])
  })
})
