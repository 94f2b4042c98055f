import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Story, StoryContent } from '#contract/story.ts'
import { emptyContent, formatOrder, partOrder } from '#domain/story-fields.ts'
import { openEngine } from '../../../../tests/support/engine.ts'
import { exportedFiles, lasting, wholeBank } from './files-under-test.ts'
import { parseStory } from './parse.ts'
import { renderStory } from './render.ts'

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
          const files = await exportedFiles(one)
          const other = openEngine({ now: '2026-10-09T10:00:00Z' })
          const answers = await other.ask('stories.importMarkdown', { files })
          expect(answers.map(({ action, notes }) => [action, notes])).toEqual(
            contents.map(() => ['create', []]),
          )
          expect(lasting(await wholeBank(other))).toEqual(lasting(await wholeBank(one)))
          expect(await exportedFiles(other)).toEqual(files)
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
})
