import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editYaml, hasAliases, writeOutAliases } from './yaml-edit.ts'
import { readYaml } from './yaml-source.ts'

const text = `# Ours
name: One # kept
areas:
  - { id: a, share: 60, points: [x, y] }
  - id: b # second
    share: 40
    note: >-
      two
      lines
`

const dataOf = (yaml: string | null) => {
  const read = readYaml(yaml ?? '[')
  return read.ok ? read.data : null
}

describe('an edit of a YAML text', () => {
  it('changes the one value and not a letter around it', () => {
    expect(editYaml(text, { do: 'set', path: ['areas', 0, 'share'], value: 55 })).toBe(
      text.replace('60', '55'),
    )
    expect(editYaml(text, { do: 'set', path: ['name'], value: 'Two: a "better" one' })).toBe(
      text.replace('One', `'Two: a "better" one'`),
    )
  })

  it('puts any text where a text stood, and leaves every other value', () => {
    const paths = [['name'], ['areas', 0, 'id'], ['areas', 1, 'note'], ['areas', 0, 'points', 1]]
    const line = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(line, fc.double(), fc.boolean()),
        (path, value) => {
          // Nobody types -0.
          fc.pre(typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0)))
          const edited = editYaml(text, { do: 'set', path, value })
          const expected = dataOf(text) as Record<string, unknown>
          let at: Record<PropertyKey, unknown> = expected
          for (const step of path.slice(0, -1)) at = at[step] as Record<PropertyKey, unknown>
          at[path.at(-1) ?? ''] = value
          expect(dataOf(edited)).toEqual(expected)
          expect(edited).toContain('# Ours')
        },
      ),
    )
  })

  it('adds, removes and moves entries, and keeps comments', () => {
    const added = editYaml(text, { do: 'insert', path: ['areas'], value: { id: 'c', share: 0 } })
    expect(dataOf(added)).toMatchObject({ areas: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] })
    const moved = editYaml(added ?? '', { do: 'move', path: ['areas'], from: 2, to: 0 })
    expect(dataOf(moved)).toMatchObject({ areas: [{ id: 'c' }, { id: 'a' }, { id: 'b' }] })
    const removed = editYaml(moved ?? '', { do: 'remove', path: ['areas', 1] })
    expect(dataOf(removed)).toMatchObject({ areas: [{ id: 'c' }, { id: 'b' }] })
    expect(removed).toContain('# kept')
    expect(removed).toContain('# second')
    expect(dataOf(editYaml(text, { do: 'insert', path: ['new'], value: 1 }))).toMatchObject({
      new: [1],
    })
  })

  it.each([
    ['a fault', 'a: ['],
    ['an alias', 'a: &x [1]\nb: *x'],
    ['a bomb', `a: &a [x]\nb: [${'*a, '.repeat(30)}]`],
  ])('is not made where there is %s', (_, broken) => {
    expect(editYaml(broken, { do: 'set', path: ['a'], value: 1 })).toBeNull()
  })
})

describe('a text that says a value once and refers to it', () => {
  const shared = `# Ours
points: &looks # what is looked for
  - one
  - &two two
areas:
  - { id: a, points: *looks }
  # the second
  - id: b
    points: *looks
    extra: *two
`

  it('is told from one that does not', () => {
    expect(hasAliases(shared)).toBe(true)
    expect([text, 'a: "*x"', 'a: &x 1', 'a: 3 * 4', 'a: ['].map(hasAliases)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('is written out: it says the same, keeps its comments, and every place can be edited by itself', () => {
    const written = writeOutAliases(shared)
    expect(dataOf(written)).toEqual(dataOf(shared))
    expect(written).not.toMatch(/[&*]/)
    for (const comment of ['# Ours', '# what is looked for', '# the second'])
      expect(written).toContain(comment)
    const edited = editYaml(written ?? '', {
      do: 'set',
      path: ['areas', 1, 'points', 0],
      value: 'other',
    })
    expect(dataOf(edited)).toMatchObject({
      points: ['one', 'two'],
      areas: [{ points: ['one', 'two'] }, { points: ['other', 'two'], extra: 'two' }],
    })
  })

  it.each([
    ['a fault', 'a: ['],
    ['a bomb', `a: &a [x]\nb: [${'*a, '.repeat(30)}]`],
  ])('is not written out where there is %s', (_, broken) => {
    expect(writeOutAliases(broken)).toBeNull()
  })
})
