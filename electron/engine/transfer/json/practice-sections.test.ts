import { describe, expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'
import { practiceSections } from './practice-sections.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function filled() {
  const setup = openEngine()
  const { ask } = setup
  await ask('profile.save', aProfile)
  const { story } = await ask('stories.create', { content: { title: 'Checkout' } })
  const save = async (date: string) => {
    const answer = await ask('mocks.save', {
      mock: {
        type: 'bar-raiser',
        date,
        interviewer: 'Grace “G”',
        overall: 4,
        selfOverall: 2,
        principles: [
          { principle: 'ownership', rating: null, selfRating: 5, evidence: '' },
          { principle: 'dive-deep', rating: 2, selfRating: null, evidence: 'line\none' },
        ],
        technical: { problemSolving: 1, code: null, design: 3, communication: 5 },
        questions: [
          { question: 'Why?', storyId: story.id },
          { question: '', storyId: null },
        ],
        strengths: '  <b>数字</b> 🙂 ',
        improvements: '',
        nextFocus: 'x',
      },
    })
    if (answer.outcome !== 'saved') throw new Error('a new one cannot be stale')
    return answer.mock.id
  }
  await ask('mocks.logSession', {
    id: await save('2026-09-30'),
    category: 'stories',
    duration: '1h',
  })
  await ask('mocks.remove', { ids: [await save('2026-09-29')] })
  const own = { text: 'Mine?', kind: 'strategy', principle: null, level: 'L7' } as const
  const { question } = await ask('questions.saveOwn', { question: own })
  await ask('questions.mark', { id: question.id, favourite: true })
  await ask('questions.mark', { id: 'co-change-plan', favourite: true })
  await ask('questions.rate', { id: 'co-change-plan', rating: 3, storyId: story.id })
  return { ...setup, transfers: transfersIn(setup.dataDir) }
}

/** What the file holds of mock interviews and questions. */
function practiceOf(file: string): Record<string, unknown[]> {
  const all = JSON.parse(file) as Record<string, unknown[]>
  return Object.fromEntries(practiceSections.map(({ name }) => [name, all[name] ?? []]))
}

describe('mock interviews and questions in the JSON export', () => {
  it('come back whole in an empty folder, with the trash and the ties', async () => {
    const setup = await filled()
    const file = text(await setup.transfers.exported('json'))
    const practice = practiceOf(file)
    expect(Object.values(practice).map((rows) => rows.length)).toEqual([2, 1, 2, 1])

    const other = openEngine()
    const transfers = transfersIn(other.dataDir)
    await transfers.import(file)
    expect(practiceOf(text(await transfers.exported('json')))).toEqual(practice)
    const [mock] = await other.ask('mocks.list', {})
    expect(mock?.session).toMatchObject({ durationS: 3600 })
    expect((await other.ask('trash.list', {})).mocks).toHaveLength(1)
    await other.ask('history.undo', {})
    expect(await other.ask('mocks.list', {})).toEqual([])
  })

  it.each([
    ['"rating":2', '"rating":7', 'principles'],
    ['"position":1', '"position":0', 'questions'],
    ['"type":"bar-raiser"', '"type":"chat"', 'type'],
  ])('with %s as %s are refused, and nothing is imported', async (from, to, field) => {
    const setup = await filled()
    const file = text(await setup.transfers.exported('json'))
    expect(file).toContain(from)
    const other = openEngine()
    const answer = transfersIn(other.dataDir).import(file.replace(from, to))
    await expect(answer).rejects.toThrow(field)
    expect(await other.ask('mocks.list', {})).toEqual([])
  })
})
