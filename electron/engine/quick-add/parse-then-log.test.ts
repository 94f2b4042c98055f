import fc from 'fast-check'
import { expect, it } from 'vitest'
import { opened } from './lines-under-test.ts'

const one = (...texts: string[]) => fc.constantFrom(...texts)
const parts = [
  one('90', '1h', '24h', '1:30', '45 minutes', '1 h 30 m', '1s'),
  one('sd', 'coding', 'stories', 'deep dive'),
  one(
    '',
    '',
    'today',
    'yesterday',
    'friday',
    'last tuesday',
    '12 nov',
    '2026-03-29',
    '3 days ago',
    '13/11',
  ),
  one(
    '',
    '',
    'at 7',
    '7pm',
    '02:30',
    'at 10:30',
    'noon',
    '2h ago',
    'now',
    '00:00',
    '23:59',
    '18:30',
  ),
  one('', '3 medium 1 hard', '2 papers', 'mock', '1 design problem'),
]

const line = fc
  .tuple(
    fc.tuple(...parts),
    fc.shuffledSubarray(
      parts.map((_, index) => index),
      { minLength: 5 },
    ),
  )
  .map(([words, order]) => order.map((index) => words[index]).join(' '))

it('every line that is clear can be logged, and is logged as it was shown', async () => {
  // In the hour that comes twice, with a day that begins at four: where a slip would show.
  const { ask, parse } = await opened({ at: '2026-10-25T01:30:00Z', dayStartsAt: 4 })
  let logged = 0
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const { session } = await parse(text)
      if (session === null) return
      const saved = await ask('sessions.log', { ...session, acceptOverlap: true })
      expect({ text, ...saved.session }).toMatchObject({
        text,
        category: session.category,
        counts: [...session.counts].toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
        ...(session.date === undefined ? {} : { date: session.date }),
      })
      logged += 1
    }),
    { numRuns: 300 },
  )
  expect(logged).toBeGreaterThan(50)
})
