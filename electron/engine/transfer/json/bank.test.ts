import { expect, it } from 'vitest'
import type { Instant } from '#contract/units.ts'
import { aProfile, openEngine } from '../../../../tests/support/engine.ts'
import { transfersIn } from '../../../../tests/support/transfer.ts'
import { aStory } from '../../stories/story-under-test.ts'

function opened() {
  const setup = openEngine()
  const transfers = transfersIn(setup.dataDir)
  const exported = async () => new TextDecoder().decode(await transfers.exported('json'))
  return { ...setup, ...transfers, exported }
}

/** A folder in which a story hangs together with all that is made of stories. */
async function filled() {
  const setup = opened()
  const { ask } = setup
  await ask('profile.save', aProfile)
  await ask('stories.saveSettings', {
    wordsPerMinute: 120,
    tolerancePercent: 10,
    shares: { situation: 10, task: 10, action: 60, result: 10, reflection: 5, growth: 5 },
    formats: ['60s', '3min'],
  })
  const { evidence } = await ask('evidence.save', {
    figure: { metric: 'Latency', baseline: 850, achieved: 285, unit: 'ms', period: '2026' },
  })
  const followUps = [{ question: 'Hardest part?', answer: 'The first week.' }]
  const content = { ...aStory, results: [evidence.id], followUps }
  const { story } = await ask('stories.create', { content })
  const rehearse = async (startedAt: Instant) =>
    (
      await ask('rehearsals.save', {
        story: story.id,
        format: '3min',
        startedAt,
        parts: [{ part: 'action', ms: 95_500 }],
      })
    ).rehearsal.id
  const kept = await rehearse('2026-10-01T09:00:00Z' as Instant)
  await ask('rehearsals.edit', { id: kept, rating: 4, note: 'Slower <b>以</b>', editor: 'form' })
  await ask('rehearsals.logSession', { id: kept, category: 'stories' })
  await ask('rehearsals.remove', { ids: [await rehearse('2026-10-01T09:30:00Z' as Instant)] })
  await ask('mocks.save', {
    mock: {
      type: 'full-loop',
      date: '2026-09-30',
      interviewer: 'Grace',
      overall: 4,
      selfOverall: 3,
      principles: [{ principle: 'ownership', rating: 4, selfRating: 2, evidence: 'Said so.' }],
      technical: { problemSolving: null, code: null, design: 3, communication: 5 },
      questions: [{ question: 'Why?', storyId: story.id }],
      strengths: 'Clear',
      improvements: '',
      nextFocus: '',
    },
  })
  await ask('questions.rate', { id: 'co-change-plan', rating: 3, storyId: story.id })
  await ask('questions.mark', { id: 'co-change-plan', favourite: true })
  return { ...setup, story: story.id }
}

it('stories, rehearsals, mock interviews and questions come back identical in an empty folder', async () => {
  const setup = await filled()
  const file = await setup.exported()
  const other = opened()
  await other.import(file)
  expect(await other.exported()).toBe(file)
  for (const name of ['stories.settings', 'mocks.list', 'questions.list'] as const)
    expect(await other.ask(name, {})).toEqual(await setup.ask(name, {}))
  expect(await other.ask('rehearsals.list', { story: setup.story })).toEqual(
    await setup.ask('rehearsals.list', { story: setup.story }),
  )
  expect((await other.ask('trash.list', {})).rehearsals).toHaveLength(1)
})

it('a second import of the same file changes nothing', async () => {
  const setup = await filled()
  const file = await setup.exported()
  await setup.import(file)
  expect(await setup.exported()).toBe(file)
})
