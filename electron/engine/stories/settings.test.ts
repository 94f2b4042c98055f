import { describe, expect, it } from 'vitest'
import { defaultStorySettings } from '#domain/spoken.ts'
import { openEngine } from '../../../tests/support/engine.ts'

const own = {
  wordsPerMinute: 120,
  tolerancePercent: 10,
  shares: { situation: 10, task: 10, action: 60, result: 10, reflection: 5, growth: 5 },
  formats: ['60s', '2min'] as ('60s' | '2min')[],
}

describe('the settings of stories', () => {
  it('are the defaults until they are saved, and undone are the defaults again', async () => {
    const { ask } = openEngine()
    expect(await ask('stories.settings', {})).toEqual(defaultStorySettings)
    await ask('stories.saveSettings', own)
    expect(await ask('stories.settings', {})).toEqual(own)
    await ask('history.undo', {})
    expect(await ask('stories.settings', {})).toEqual(defaultStorySettings)
    await ask('history.redo', {})
    expect(await ask('stories.settings', {})).toEqual(own)
  })

  it('keep the lengths in their order, whichever way they were given', async () => {
    const { ask } = openEngine()
    await ask('stories.saveSettings', { ...own, formats: ['5min', '30s'] })
    expect((await ask('stories.settings', {})).formats).toEqual(['30s', '5min'])
  })

  it.each([
    [{ ...own, shares: { ...own.shares, action: 55 } }, 'shares', /make 95 % together/],
    [{ ...own, formats: [] }, 'formats', /one length/],
    [{ ...own, wordsPerMinute: 20 }, 'wordsPerMinute', /60 words/],
    [{ ...own, tolerancePercent: 1.5 }, 'tolerancePercent', /whole number/],
  ])('refuse %j', async (input, field, message) => {
    const { refusal } = openEngine()
    const error = await refusal('stories.saveSettings', input)
    expect(error).toMatchObject({ code: 'invalid-input', field })
    expect(error.message).toMatch(message)
  })
})
