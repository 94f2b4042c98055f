import { describe, expect, it } from 'vitest'
import { openEngine } from '../../tests/support/engine.ts'
import { started } from './terminal-under-test.ts'

describe('due', () => {
  it('says so while nothing is ready', async () => {
    const { fine } = await started()
    expect(await fine('due')).toBe('No story is ready to be rehearsed.\n')
  })

  it('lists what to rehearse with its reason, and later days when asked', async () => {
    const { fine, dataDir } = await started()
    const { ask, engine } = openEngine({ dataDir, now: '2026-10-01T10:00:00Z' })
    const text = 'Something is written here.'
    const parts = {
      situation: text,
      task: text,
      action: text,
      result: text,
      reflection: text,
      growth: text,
    }
    const made = async (title: string) => {
      const content = { title, primaryPrinciple: 'ownership', parts }
      const { story } = await ask('stories.create', { content })
      await ask('stories.setStatus', { id: story.id, status: 'ready' })
      return story.id
    }
    const one = await made('The checkout \u001B[31mthat slowed')
    await engine.close()
    expect(await fine('due')).toBe(
      `${one.slice(-6)}  2026-11-24  The checkout [31mthat slowed  Ready, and never rehearsed.\n\n1 story to rehearse today.\n`,
    )
    const again = openEngine({ dataDir, now: '2026-11-24T09:00:00Z' })
    await again.ask('rehearsals.save', {
      story: one,
      format: '2min',
      startedAt: '2026-11-24T08:00:00Z',
      parts: [{ part: 'action', ms: 90_000 }],
    })
    await again.engine.close()
    expect(await fine('due')).toBe(
      'Nothing is due today. "loopready due --all" lists the days to come.\n',
    )
    expect(await fine('due', '--all')).toContain('Rehearsed today, not rated: due in 2 days.')
    expect(JSON.parse(await fine('due', '--all', '--json'))).toMatchObject({
      stories: [{ state: 'later', dueOn: '2026-11-26', story: { id: one } }],
      drafts: 0,
    })
  })
})
