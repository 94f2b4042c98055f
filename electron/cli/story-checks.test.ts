import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoryCheck } from '#contract/level-check.ts'
import type { LoopPlan } from '#contract/loop.ts'
import type { Story } from '#contract/story.ts'
import { expectRefusal, newFolder, started } from './terminal-under-test.ts'

const read = <T>(text: string): T => JSON.parse(text) as T

async function withStories() {
  const setup = await started()
  const folder = newFolder()
  mkdirSync(folder)
  const add = async (title: string, more: string) => {
    const path = join(folder, `${title}.md`)
    writeFileSync(
      path,
      `---\ntitle: ${title}\n${more}---\n\n## Situation\n\nCustomers waited.\n\n## Result\n\nIt went well.\n`,
    )
    return read<Story>(await setup.fine('story', 'add', '--file', path, '--json'))
  }
  const one = await add('One', 'primaryPrinciple: frugality\npeopleLed: 40\nlevel: L6\n')
  const two = await add('Two', 'primaryPrinciple: frugality\nsecondaryPrinciples: [ownership]\n')
  return { ...setup, one, two }
}

describe('story lint', () => {
  it('says what is clear, where, and how to mend it, and counts the rest', async () => {
    const { fine, one } = await withStories()
    const out = await fine('story', 'lint', one.id)
    expect(out).toContain(`${one.id.slice(-6)}  One (L6)`)
    expect(out).toContain('clear  Result: The result has no number')
    expect(out).toContain('mild: shown with --all.')
    expect(out).toMatch(/1 story: \d clear, \d mild\. Advice, no verdict\.\n$/)
    expect(await fine('story', 'lint', one.id, '--all')).toContain(
      'mild  People led: 40 people led',
    )
  })

  it('checks all stories, as JSON too', async () => {
    const { fine, one, two } = await withStories()
    expect(await fine('story', 'lint')).toContain('2 stories:')
    const checks = read<StoryCheck[]>(await fine('story', 'lint', '--json'))
    expect(checks.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted())
    expect(checks[0]?.levels.map(({ level }) => level)).toEqual(['L6', 'L7'])
  })

  it('says that there is nothing to check', async () => {
    const { fine, on } = await started()
    expect(await fine('story', 'lint')).toContain('No stories to check.')
    expectRefusal(await on('story', 'lint', 'abcdef'), 'No story has "abcdef"')
  })
})

describe('loop', () => {
  it('assigns stories to the rounds given, none twice, and says what is open and why', async () => {
    const { fine } = await withStories()
    expect(await fine('loop', '--rounds', 'FRUG,own;frugality')).toMatch(
      /1\. Round 1\n {3}Frugality: \w+ .*\n {3}Ownership: nothing\n {5}Every story that serves Ownership is needed elsewhere: “Two” answers.*\n\n2\. Round 2\n {3}Frugality: \w+ \(.*primary, draft\)\n\n2 of 3 questions/,
    )
  })

  it('keeps locks and exclusions, and prints JSON', async () => {
    const { fine, one, two } = await withStories()
    const plan = async (...args: string[]) =>
      read<LoopPlan>(await fine('loop', '--rounds', 'FRUG;FRUG', ...args, '--json')).slots.map(
        ({ story }) => story?.id ?? null,
      )
    expect(await plan('--lock', `2:${one.id}`)).toEqual([two.id, one.id])
    expect(await plan('--exclude', `1:${two.id}`, '--exclude', `2:${two.id}`)).toContain(null)
    expect(await plan('--ready')).toEqual([null, null])
  })

  it('suggests rounds, and keeps own ones where that is said', async () => {
    const { fine, on } = await withStories()
    expect(await fine('loop')).toContain('1. Hiring manager')
    await fine('loop', '--rounds', 'ET', '--save')
    expect(await fine('loop')).toContain('0 of 1 questions')
    expectRefusal(await on('loop', '--save'), 'give both')
    expectRefusal(
      await on('loop', '--rounds', 'FRUGL'),
      'no principle "FRUGL"',
      'Did you mean "frug"?',
    )
    expectRefusal(await on('loop', '--rounds', ';'), 'at least one round')
    expectRefusal(await on('loop', '--lock', 'x'), 'the round and the story')
  })
})
