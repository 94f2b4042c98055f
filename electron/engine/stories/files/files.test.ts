import { describe, expect, it } from 'vitest'
import { openEngine } from '../../../../tests/support/engine.ts'
import { aStory, withStory } from '../story-under-test.ts'
import { exportedFiles, lasting, wholeBank } from './files-under-test.ts'

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
  it('are one undo step', async () => {
    const setup = await withStory()
    const files = await exportedFiles(setup)
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
    const files = (await exportedFiles(setup)).map(({ name, text }) =>
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
    const files = await exportedFiles(setup)
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
    const [written] = await exportedFiles(setup)
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
