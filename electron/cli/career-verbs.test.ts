import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChecklistRow } from '#contract/checklist.ts'
import type { OutputOf } from '#contract/index.ts'
import type { MetricRow } from '#contract/metrics.ts'
import { expectRefusal, root, started } from './terminal-under-test.ts'

const read = <T>(text: string) => JSON.parse(text) as T

describe('check', () => {
  it('lists every item with its id, and how far the checklist is', async () => {
    const { fine } = await started()
    const listed = await fine('check')
    expect(listed).toContain('monitoring')
    expect(listed).toMatch(
      /0 of 32 shown \(0 with a story\), 0 partial; 0 with evidence: 0.0 %\.\n$/,
    )
    expect(read<OutputOf<'checklist.get'>>(await fine('check', '--json')).progress.items).toBe(32)
  })

  it('sets state, confidence, evidence and a note in one step that undo takes back', async () => {
    const { fine, status } = await started()
    await fine('log', '1h', 'coding')
    const args = ['--confidence', '4', '--note', 'Ask Mira', '--json']
    const evidence = [
      'https://example.org/r',
      'file:review.pdf',
      'session:last',
      'Said in the review',
    ]
    const row = read<ChecklistRow>(
      await fine(
        'check',
        'monitoring',
        '--state',
        'shown',
        ...args,
        ...evidence.flatMap((each) => ['--evidence', each]),
      ),
    )
    expect(row).toMatchObject({
      state: 'shown',
      confidence: 4,
      worth: 0.8,
      notes: [{ text: 'Ask Mira' }],
    })
    expect(new Set(row.proofs.map(({ kind }) => kind))).toEqual(
      new Set(['link', 'file', 'session', 'text']),
    )
    expect((await status()).checklist).toMatchObject({ shown: 1, withEvidence: 1 })
    await fine('undo')
    expect((await status()).checklist).toMatchObject({ open: 32, withEvidence: 0 })
  })

  it('takes words of an item for its id, and says what it became', async () => {
    const { fine } = await started()
    expect(await fine('check', 'quarterly', 'OKRs', '--state', 'partial')).toBe(
      'quarterly-okrs: partial, 0 pieces of evidence.\n',
    )
  })

  it('links a story, which "shown with a story" needs', async () => {
    const { fine, on } = await started()
    const file = join(root, 'hiring.md')
    writeFileSync(file, '# Hiring\n')
    const { id } = read<{ id: string }>(await fine('story', 'add', '--file', file, '--json'))
    const evidence = ['--evidence', `story:${id}`]
    expect(await fine('check', 'customer-data', '--state', 'shown-with-story', ...evidence)).toBe(
      'customer-data: shown with a story, 1 piece of evidence.\n',
    )
    expectRefusal(await on('check', 'hiring', '--state', 'shown-with-story'), 'No story is linked')
    expectRefusal(
      await on('check', 'hiring', '--evidence', 'story:ffffff'),
      'No story has "ffffff"',
    )
  })

  it.each([
    [['check', 'monitornig'], 'Did you mean "monitoring"?'],
    [['check', 'team'], 'Write the id of one.'],
    [['check', 'hiring', '--state', 'done'], 'open, partial, shown'],
    [['check', 'hiring', '--confidence', '6'], '--confidence: write 1, 2'],
    [['check', '--state', 'shown'], 'Say which item.'],
  ])('refuses %j', async (args, message) => {
    const { on, status } = await started()
    expectRefusal(await on(...args), message)
    expect((await status()).checklist.open).toBe(32)
  })
})

describe('metric', () => {
  it('lists every indicator with its target', async () => {
    const { fine } = await started()
    const listed = await fine('metric')
    expect(listed).toMatch(/> 99\.9 % +availability/)
    expect(listed).toMatch(/0 of 12 met, 0 close, 0 not met, 12 without a value\.\n$/)
  })

  it('adds a value with its date and source, and says how it is judged', async () => {
    const { fine, status } = await started()
    expect(await fine('metric', 'availability', '99.9', '%', '--date', '2026-10-31')).toBe(
      'Availability of the systems I own: 99.9 %, close. Met: > 99.9 %. Close: 99.8 % to 99.9 %.\n',
    )
    const row = read<MetricRow>(
      await fine('metric', 'availability', '99.95', '--source', 'Grafana', '--json'),
    )
    expect(row).toMatchObject({
      status: 'met',
      latest: { value: 99.95, day: '2026-11-24', source: 'Grafana' },
      values: [{ value: 99.9, day: '2026-10-31' }, { value: 99.95 }],
    })
    expect((await status()).metrics).toMatchObject({ met: 1, noValue: 11 })
    expect(await fine('metric')).toMatch(/met +99\.95 % +> 99\.9 % +availability/)
  })

  it('rates a qualitative indicator from 1 to 5', async () => {
    const { fine, on } = await started('L7')
    expect(await fine('metric', 'partnerships', '4')).toContain('4 of 5, close.')
    expectRefusal(await on('metric', 'partnerships', '6'), 'the range is 1 to 5')
  })

  it.each([
    [['retention', '120'], 'the range is 0 % to 100 %'],
    [['retention', '90', 'ms'], 'in percent, not in “ms”'],
    [['retention', '95', '--date', '2026-12-01'], 'yet to come'],
    [['retention', '95', '--date', 'today'], 'YYYY-MM-DD'],
    [['retension', '95'], 'Did you mean "retention"?'],
    [['retention'], '"metric" needs <id> <value>.'],
  ])('refuses %j', async (args, message) => {
    const { on, status } = await started()
    expectRefusal(await on('metric', ...args), message)
    expect((await status()).metrics.noValue).toBe(12)
  })
})
