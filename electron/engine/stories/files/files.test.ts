import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Story, StoryContent } from '#contract/story.ts'
import { emptyContent, formatOrder, partOrder } from '#domain/story-fields.ts'
import { openEngine } from '../../../../tests/support/engine.ts'
import { aStory, withStory } from '../story-under-test.ts'
import { parseStory } from './parse.ts'
import { renderStory } from './render.ts'

type Setup = ReturnType<typeof openEngine>

async function exported({ ask }: Setup) {
  const files = await ask('stories.exportMarkdown', {})
  return files.map(({ fileName, text }) => ({ name: fileName, text }))
}

async function wholeBank({ ask }: Setup): Promise<Story[]> {
  const list = await ask('stories.list', {})
  return Promise.all(list.map(({ id }) => ask('stories.get', { id })))
}

/** What an import may not lose: all but the version's number and the moment of the last save. */
const lasting = (stories: readonly Story[]) =>
  stories
    .map(({ version: _, changedAt: _c, ...rest }) => rest)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const file = (text: string, name = 'story.md') => ({ name, text })

describe('a story as a Markdown file', () => {
  it('reads as one would write it by hand', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', {
      figure: { metric: 'Latency', baseline: 850, achieved: 285, unit: 'ms' },
    })
    const { story } = await ask('stories.create', {
      content: { ...aStory, results: [evidence.id], employer: '', obstacles: '' },
    })
    const [written] = await ask('stories.exportMarkdown', { ids: [story.id] })
    expect(written?.fileName).toBe(`the-checkout-that-slowed-${story.id.slice(-12)}.md`)
    expect(written?.text).toBe(`---
id: ${story.id}
title: The checkout that slowed
status: draft
level: L6
primaryPrinciple: ownership
secondaryPrinciples:
  - dive-deep
  - deliver-results
archetype: crisis
when:
  from: 2023-09
  to: 2023-12
role: Engineering manager
peopleLed: 12
peopleAffected: 200
teams: 2
budgetUsd: 250000.5
durationMonths: 1.5
highestStakeholder: director
technologyLevel: service
results:
  - id: ${evidence.id}
    metric: Latency
    baseline: 850
    achieved: 285
    unit: ms
followUps:
  - question: How was it measured?
    answer: ""
tags:
  - performance
  - Q4
checklistItems:
  - playbook: L6
    item: impact-1m
createdAt: 2026-10-01T10:00:00Z
---

## Situation

The checkout took 850 ms before the busiest day.

## Task

I had to bring it under 300 ms.

## Action

I set up three phases and brought DevOps in.

## Result

It took 285 ms, and nothing went down.

## Reflection

I would measure earlier.

## Growth

Two teams took over the dashboards.

## Alternatives considered

Buying more machines.

## In 2 minutes

Two minutes of it.
`)
  })

  it('written by hand needs nothing but text, and takes names of principles', async () => {
    const { ask } = openEngine()
    const text = `---
primaryPrinciple: Have Backbone; Disagree and Commit
secondaryPrinciples: [OWN, dive-deep]
---
# The release I stopped

## situation

It was ready,
but not safe.


## Result
Nothing broke.
`
    const [answer] = await ask('stories.importMarkdown', {
      files: [file(text.replaceAll('\n', '\r\n'))],
    })
    expect(answer).toMatchObject({ action: 'create', title: 'The release I stopped', notes: [] })
    expect(await ask('stories.get', { id: answer?.id ?? '' })).toMatchObject({
      title: 'The release I stopped',
      status: 'draft',
      primaryPrinciple: 'have-backbone-disagree-and-commit',
      secondaryPrinciples: ['ownership', 'dive-deep'],
      parts: { situation: 'It was ready,\nbut not safe.', result: 'Nothing broke.', task: '' },
    })
  })

  it('without headings becomes the situation, and says so', async () => {
    const { ask } = openEngine()
    const [answer] = await ask('stories.importMarkdown', {
      files: [file('\uFEFFJust a thought.\n')],
    })
    expect(answer?.notes).toEqual([
      'What stands above the first section was put into the situation.',
    ])
    const story = await ask('stories.get', { id: answer?.id ?? '' })
    expect(story.parts.situation).toBe('Just a thought.')
  })
})

describe('export and import', () => {
  const prose = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          '## Task',
          '\\## Task',
          '## task ',
          '---',
          '# x',
          '',
          ' ',
          '\n',
          '\r',
          '\u2028',
          '>',
          '- a: b',
          '語',
          '👩‍💻',
          'שלום',
          '<b>',
          '"',
          "'",
          '\t',
          ': #',
          '|',
          '\\',
        ),
        { maxLength: 6 },
      )
      .map((lines) => lines.join('\n')),
  )
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('no', '1e3', '~', '2023-09', '- x', ''),
  )
  const content: fc.Arbitrary<StoryContent> = fc.record({
    ...Object.fromEntries(
      Object.entries(emptyContent).map(([key, value]) => [key, fc.constant(value)]),
    ),
    title: line,
    level: fc.constantFrom(null, 'L6', 'L7'),
    parts: fc.record(Object.fromEntries(partOrder.map((part) => [part, prose]))),
    formats: fc.record(Object.fromEntries(formatOrder.map((format) => [format, prose]))),
    alternatives: prose,
    obstacles: prose,
    employer: line,
    role: line,
    primaryPrinciple: fc.constantFrom(null, 'ownership'),
    secondaryPrinciples: fc.subarray(['dive-deep', 'think-big', 'frugality']),
    archetype: fc.constantFrom(null, 'scale' as const),
    when: fc.constantFrom(null, { from: '2024-01', to: null }, { from: '2023-01', to: '2024-12' }),
    budgetUsd: fc.option(fc.double({ min: 0, max: 1e13, noNaN: true })),
    durationMonths: fc.option(fc.double({ min: 0, max: 1200, noNaN: true })),
    peopleLed: fc.option(fc.nat(1000)),
    highestStakeholder: fc.constantFrom(null, 'vp'),
    followUps: fc.array(fc.record({ question: prose, answer: prose }), { maxLength: 2 }),
    tags: fc.uniqueArray(line.map((tag) => tag.trim()).filter((tag) => tag !== '')),
    checklistItems: fc.subarray([
      { playbook: 'L6', item: 'impact-1m' },
      { playbook: 'L6', item: 'hiring' },
    ]),
  }) as unknown as fc.Arbitrary<StoryContent>

  it('carry every text to the letter, also past an editor that writes Windows line ends', () => {
    fc.assert(
      fc.property(content, (written) => {
        const story: Story = {
          ...written,
          id: '0199a0a0-0000-7000-8000-000000000001',
          status: 'retired',
          version: 1,
          dismissals: [],
          missing: [],
          createdAt: '2026-10-01T10:00:00Z' as Story['createdAt'],
          changedAt: '2026-10-01T10:00:00Z' as Story['createdAt'],
        }
        const text = renderStory(story, new Map())
        for (const said of [text, text.replaceAll('\n', '\r\n')])
          expect(parseStory(said, (name) => name)).toMatchObject({
            ok: true,
            story: { content: written, status: 'retired', notes: [] },
          })
      }),
      { numRuns: 300 },
    )
  })

  it('into an empty folder lose nothing, whatever is written in a story', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 1, maxLength: 3 }),
        fc.record({
          source: prose,
          note: prose,
          achieved: fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
        }),
        async (contents, figure) => {
          const one = openEngine()
          const { evidence } = await one.ask('evidence.save', {
            figure: {
              ...figure,
              metric: 'Latency',
              links: [{ kind: 'indicator', playbook: 'L6', item: 'availability' }],
            },
          })
          for (const written of contents) {
            const { story } = await one.ask('stories.create', {
              content: { ...written, results: [evidence.id] },
            })
            await one.ask('stories.dismiss', {
              id: story.id,
              rule: 'scope-below',
              reason: written.obstacles.slice(0, 50),
            })
            await one.ask('stories.setStatus', { id: story.id, status: 'retired' })
          }
          const files = await exported(one)
          const other = openEngine({ now: '2026-10-09T10:00:00Z' })
          const answers = await other.ask('stories.importMarkdown', { files })
          expect(answers.map(({ action, notes }) => [action, notes])).toEqual(
            contents.map(() => ['create', []]),
          )
          expect(lasting(await wholeBank(other))).toEqual(lasting(await wholeBank(one)))
          expect(await exported(other)).toEqual(files)
          const there = await other.ask('evidence.list', {})
          expect(there).toMatchObject([
            { ...evidence, changedAt: expect.any(String), createdAt: expect.any(String) },
          ])
          const again = await other.ask('stories.importMarkdown', { files })
          expect(again.map(({ action }) => action)).toEqual(contents.map(() => 'unchanged'))
          await one.engine.close()
          await other.engine.close()
        },
      ),
      { numRuns: 6 },
    )
  })

  it('are one undo step', async () => {
    const setup = await withStory()
    const files = await exported(setup)
    const other = openEngine()
    await other.ask('stories.importMarkdown', { files: [...files, file('## Task\n\nMine.')] })
    expect(await other.ask('stories.list', {})).toHaveLength(2)
    await other.ask('history.undo', {})
    expect(await other.ask('stories.list', {})).toEqual([])
    expect(await other.ask('history.peek', {})).toMatchObject({ undo: null })
  })

  it.each([
    ['replace', 'replace', 1, 'Edited outside.'],
    ['skip', 'skip', 1, 'I would measure earlier.'],
    ['copy', 'copy', 2, 'I would measure earlier.'],
  ] as const)('of a story that differs here: %s', async (existing, action, stories, reflection) => {
    const setup = await withStory()
    const { ask, story } = setup
    const files = (await exported(setup)).map(({ name, text }) =>
      file(text.replace('I would measure earlier.', 'Edited outside.'), name),
    )
    const preview = await ask('stories.previewImport', { files, existing })
    expect(preview).toMatchObject([{ action }])
    expect(await ask('stories.get', { id: story.id })).toEqual(story)
    const answers = await ask('stories.importMarkdown', { files, existing })
    expect(answers).toMatchObject([{ action }])
    expect(await ask('stories.list', {})).toHaveLength(stories)
    expect((await ask('stories.get', { id: story.id })).parts.reflection).toBe(reflection)
    const [latest] = await ask('stories.versions', { id: story.id })
    expect(latest?.origin).toBe(action === 'replace' ? 'imported' : 'created')
  })

  it('put a story that was in the trash back', async () => {
    const setup = await withStory()
    const files = await exported(setup)
    await setup.ask('stories.remove', { ids: [setup.story.id] })
    expect(await setup.ask('stories.importMarkdown', { files })).toMatchObject([
      { action: 'replace', notes: ['It was in the trash and was put back.'] },
    ])
    expect(lasting(await wholeBank(setup))).toEqual(lasting([setup.story]))
  })

  it('of a file without an id twice make one story', async () => {
    const { ask } = openEngine()
    const files = [file('# A\n\n## Task\n\nOnce.')]
    await ask('stories.importMarkdown', { files })
    expect(await ask('stories.importMarkdown', { files })).toMatchObject([{ action: 'unchanged' }])
    expect(await ask('stories.list', {})).toHaveLength(1)
  })

  it('of figures that the ledger has otherwise keep the ledger, and say so', async () => {
    const { ask } = openEngine()
    const { evidence } = await ask('evidence.save', {
      figure: { metric: 'Latency', achieved: 285 },
    })
    const { story } = await ask('stories.create', { content: { results: [evidence.id] } })
    const [written] = await ask('stories.exportMarkdown', {})
    const files = [file(written?.text.replace('285', '99') ?? '')]
    expect(await ask('stories.importMarkdown', { files })).toMatchObject([
      {
        id: story.id,
        notes: ['The ledger says something else about “Latency”; the ledger was kept.'],
      },
    ])
    expect(await ask('evidence.list', {})).toMatchObject([{ achieved: 285 }])
  })

  it('of figures without an id enter each once, however many files name it', async () => {
    const { ask } = openEngine()
    const text = (title: string) =>
      `---\ntitle: ${title}\nresults:\n  - metric: Cost\n    achieved: 5\n    unit: USD\n---\n`
    await ask('stories.importMarkdown', { files: [file(text('A')), file(text('B'))] })
    expect(await ask('evidence.list', {})).toMatchObject([
      { metric: 'Cost', usedBy: { stories: [{ title: 'A' }, { title: 'B' }] } },
    ])
  })

  it('keep a story as a draft that says it is ready and is not', async () => {
    const { ask } = openEngine()
    const files = [file('---\nstatus: ready\n---\n## Task\n\nx')]
    expect(await ask('stories.importMarkdown', { files })).toMatchObject([
      { notes: ['It says ready, but parts are missing: it is kept as a draft.'] },
    ])
    expect(await ask('stories.list', {})).toMatchObject([{ status: 'draft' }])
  })

  it.each([
    ['broken YAML', '---\ntitle: "a\n---\n', /^Line \d: /],
    ['a wrong value', '---\ntitle: A\npeopleLed: many\n---\n', /^Line 3: peopleLed: /],
    [
      'a wrong value inside',
      '---\nwhen:\n  from: 2023-13\n---\n',
      /^Line 3: when\.from: Write the month/,
    ],
    ['a list for front matter', '---\n- a\n---\n', /^Line 2: the front matter must be/],
    [
      'a principle that there is not',
      '---\nprimaryPrinciple: Speed\n---\n',
      /^There is no principle “Speed”\.$/,
    ],
    [
      'a section twice',
      '## Task\n\na\n\n## Task\n\nb',
      /^The section “Task” stands there twice\.$/,
    ],
    [
      'an alias bomb',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`,
      /./,
    ],
  ])('report a file with %s, and import the others', async (_, text, message) => {
    const { ask } = openEngine()
    const answers = await ask('stories.importMarkdown', {
      files: [file(text, 'bad.md'), file('## Task\n\nGood.', 'good.md')],
    })
    expect(answers).toMatchObject([
      { name: 'bad.md', action: 'refused', id: null },
      { name: 'good.md', action: 'create' },
    ])
    expect(answers[0]?.error).toMatch(message)
    expect(await ask('stories.list', {})).toHaveLength(1)
  })

  it('name keys that are none, and refuse one story in two files', async () => {
    const setup = await withStory()
    const [written] = await exported(setup)
    const text = (written?.text ?? '').replace('title:', 'mood: good\ntitle:')
    const answers = await openEngine().ask('stories.importMarkdown', {
      files: [file(text, 'a.md'), file(text, 'b.md')],
    })
    expect(answers).toMatchObject([
      { action: 'create', notes: ['“mood” is no key of a story and was left out.'] },
      { action: 'refused', error: 'This is the same story as in a.md.' },
    ])
  })
})
