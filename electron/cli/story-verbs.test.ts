import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Story, StorySummary } from '#contract/story.ts'
import { expectRefusal, newFolder, root, started } from './terminal-under-test.ts'

const read = <T>(text: string): T => JSON.parse(text) as T

const checkout = `---
title: The checkout that slowed
primaryPrinciple: ownership
secondaryPrinciples: [dive-deep]
peopleLed: 12
results:
  - metric: Latency
    baseline: 850
    achieved: 285
    unit: ms
    period: Q4 2023
tags: [performance]
---

## Situation

It took 850 ms.
And it got \u001B[31mworse.

## Task

Make it fast.
`

function file(text: string, name = 'story.md'): string {
  const folder = newFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function withStory() {
  const setup = await started()
  const story = read<Story>(await setup.fine('story', 'add', '--file', file(checkout), '--json'))
  return { ...setup, story }
}

describe('stories', () => {
  it('says how to add one while there is none', async () => {
    const { fine } = await started()
    expect(await fine('stories')).toBe(
      'No stories yet. Add one with: loopready story add --file story.md\n',
    )
  })

  it('lists them with status, level, principles and title', async () => {
    const { fine, story } = await withStory()
    expect(await fine('stories')).toBe(
      `${story.id.slice(-6)}  draft  OWN DD  The checkout that slowed\n\n1 story, 0 ready or rehearsed.\n`.replace(
        'draft  ',
        'draft    ',
      ),
    )
    expect(read<StorySummary[]>(await fine('stories', '--json'))).toMatchObject([
      { id: story.id, tags: ['performance'], results: 1 },
    ])
  })

  it.each([
    [['--principle', 'Dive Deep'], 1],
    [['--principle', 'TB'], 0],
    [['--status', 'draft', '--tag', 'performance'], 1],
    [['--status', 'ready'], 0],
    [['--text', 'fast mak'], 1],
  ])('with %j finds %i', async (options, found) => {
    const { fine } = await withStory()
    expect(read<unknown[]>(await fine('stories', ...options, '--json'))).toHaveLength(found)
  })

  it('refuses a status and a principle that there is not', async () => {
    const { on } = await withStory()
    expect((await on('stories', '--status', 'Draft')).code).toBe(0)
    expectRefusal(await on('stories', '--status', 'done'), 'draft, ready, rehearsed, retired')
    expectRefusal(await on('stories', '--principle', 'Dive Deap'), 'Did you mean "dive-deep"?')
  })
})

describe('story show', () => {
  it('prints what is written, its figures, and what is missing; nothing steers the terminal', async () => {
    const { fine, story } = await withStory()
    expect(await fine('story', 'show', story.id.slice(-6))).toBe(`The checkout that slowed
draft, version 1

Principles: Ownership; Dive Deep
Task: Make it fast.
People led: 12
Tags: performance

Results in figures
Latency: from 850 to 285 ms, Q4 2023

Situation
It took 850 ms.
And it got [31mworse.

Before it is ready: Action is empty. Result is empty. Reflection is empty. Growth is empty.
`)
    expect(read(await fine('story', 'show', story.id, '--json'))).toMatchObject({
      ...story,
      evidence: [{ metric: 'Latency', achieved: 285 }],
    })
  })

  it('takes the start of an id, and refuses what is none, unknown or two', async () => {
    const { fine, on, story } = await withStory()
    expect(await fine('story', 'show', story.id.slice(0, 18))).toContain('The checkout')
    expectRefusal(await on('story', 'show', 'my'), '"my" names no story')
    expectRefusal(await on('story', 'show', 'ffffffff'), 'No story has "ffffffff"')
    expectRefusal(await on('story', 'show'), 'Say which story')
    await fine('story', 'add', '--file', file('# Other\n'))
    // Made at the same moment: the beginnings of their ids are the same.
    expectRefusal(
      await on('story', 'show', story.id.slice(0, 8)),
      'can be “',
      'Write more of its id',
    )
  })
})

describe('story add', () => {
  it('says what it added, and warns of what it did not understand', async () => {
    const { on } = await started()
    const added = await on('story', 'add', '--file', file('---\nmood: good\n---\n# Mine\n'))
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Added “Mine” \([0-9a-f]{6}, draft\)\.\n$/),
      err: 'loopready: warning: “mood” is no key of a story and was left out.\n',
    })
  })

  it('refuses what is there already, what is broken, and what is no file', async () => {
    const { on, fine } = await withStory()
    expectRefusal(await on('story', 'add', '--file', file(checkout)), 'is here already')
    expectRefusal(
      await on('story', 'add', '--file', file('---\nteams: x\n---\n')),
      'Line 2: teams:',
    )
    expectRefusal(
      await on('story', 'add', '--file', join(root, 'none.md')),
      'there is no such file',
    )
    expectRefusal(await on('story', 'add'), 'story add --file story.md')
    expectRefusal(await on('story', 'add', 'story.md'), 'Write: story add --file story.md')
    expectRefusal(await on('story', 'shwo'), 'Did you mean "show"?')
    expect(read(await fine('stories', '--json'))).toHaveLength(1)
  })
})

describe('story export and story import', () => {
  it('carry every story to another data folder, and back without a change', async () => {
    const { fine, story } = await withStory()
    const folder = newFolder()
    expect(await fine('story', 'export', folder)).toBe(`Wrote 1 story to ${folder}.\n`)
    expect(readdirSync(folder)).toEqual([`the-checkout-that-slowed-${story.id.slice(-12)}.md`])
    const other = await started()
    expect(await other.fine('story', 'import', folder)).toMatch(
      /^added {2}The checkout that slowed /,
    )
    expect(read(await other.fine('story', 'show', story.id, '--json'))).toMatchObject({
      ...story,
      changedAt: expect.any(String),
    })
    expect(read(await fine('story', 'import', folder, '--json'))).toMatchObject([
      { action: 'unchanged', id: story.id },
    ])
  })

  it('make a new version of what was edited outside, which one undo takes back', async () => {
    const { fine, story } = await withStory()
    const folder = newFolder()
    await fine('story', 'export', folder)
    const path = join(folder, readdirSync(folder)[0] ?? '')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Make it fast.', 'Make it quick.'))
    expect(await fine('story', 'import', path)).toMatch(/^new version/)
    expect(await fine('story', 'show', story.id)).toContain('Make it quick.')
    await fine('undo')
    expect(await fine('story', 'show', story.id)).toContain('Make it fast.')
    expect(await fine('story', 'import', path, '--existing', 'skip')).toMatch(/^skipped/)
  })

  it('import nothing while one file cannot be read, and say which', async () => {
    const { on, fine } = await started()
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.md'), '# A\n')
    writeFileSync(join(folder, 'b.md'), '---\nteams: x\n---\n')
    expectRefusal(
      await on('story', 'import', folder),
      'Nothing was imported.',
      'b.md: Line 2: teams',
    )
    expect(read(await fine('stories', '--json'))).toEqual([])
    writeFileSync(join(folder, 'b.md'), Uint8Array.of(0xff, 0xfe, 0x41))
    expectRefusal(await on('story', 'import', folder), '"b.md" is no UTF-8 text')
  })

  it('say so when there is nothing to read or nowhere to write', async () => {
    const { on, fine } = await withStory()
    const empty = newFolder()
    mkdirSync(empty)
    expectRefusal(await on('story', 'import', empty), 'holds no .md file')
    expectRefusal(await on('story', 'import'), 'story import DIR')
    expectRefusal(await on('story', 'export'), 'story export DIR')
    expectRefusal(await on('story', 'export', join(file('x'), 'sub')), 'cannot be written')
    const existing = ['--existing', 'merge']
    expectRefusal(await on('story', 'import', file('# A'), ...existing), 'replace, copy or skip')
    expect(read(await fine('stories', '--json'))).toHaveLength(1)
  })

  it('warn of an older export of the same story', async () => {
    const { fine, on } = await withStory()
    const folder = newFolder()
    await fine('story', 'export', folder)
    const [old = ''] = readdirSync(folder)
    const path = join(folder, old)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('title: The checkout', 'title: A checkout'),
    )
    await fine('story', 'import', folder)
    const again = await on('story', 'export', folder)
    expect(again.err).toBe(
      `loopready: warning: ${old} is an export of one of these stories under an earlier title.\n`,
    )
  })
})
