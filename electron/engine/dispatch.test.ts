import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '#contract/index.ts'
import { aProfile, openEngine } from '../../tests/support/engine.ts'

const aboutOne =
  /^(sessions\.(get|parse)|playbooks\.(text|template|validate)|stories\.(get|check|versions?|diff|previewImport)|rehearsals\.(list|recording)|mocks\.get|questions\.results)$/

describe('calls from outside', () => {
  it.each(['__proto__', 'constructor', 'toString', '', 'sessions', 7, null, {}])(
    'refuses %j as a name',
    async (name) => {
      const { engine } = openEngine()
      expect(await engine.callUntrusted(name, {})).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    },
  )

  it('names the field that is wrong, and every other one', async () => {
    const { engine } = openEngine()
    const result = await engine.callUntrusted('profile.save', {
      ...aProfile,
      weeklyHours: 0,
      startDate: 'x',
    })
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'invalid-input',
        field: 'startDate',
        others: [{ field: 'weeklyHours', message: 'Weekly hours must be above 0.' }],
      },
    })
  })

  it('answers every call with an error value whatever it is given', async () => {
    const { engine } = openEngine()
    const names = Object.keys(contract).filter((name) => name !== 'report.build')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, input) => {
        const result = await engine.callUntrusted(name, input)
        expect(typeof result.ok).toBe('boolean')
        if (!result.ok) expect(result.error.code).not.toBe('internal')
      }),
      { numRuns: 500 },
    )
  })

  it('gives outputs in the shape that the contract declares', async () => {
    const { engine, ask } = openEngine()
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    const inputs: Record<string, unknown> = {
      'playbooks.get': { id: 'L6' },
      'profile.previewSwitch': { level: 'L7' },
      'sessions.page': { offset: 0, limit: 5 },
      'sessions.parse': { text: 'coding 1h' },
      'sessions.find': { ending: 'abcd' },
      'stories.find': { question: 'Tell me about a conflict.' },
    }
    for (const [name, call] of Object.entries(contract)) {
      if (call.kind !== 'read') continue
      const result = await engine.callUntrusted(name, inputs[name] ?? {})
      if (!result.ok) {
        // These are about something that has to be there first; their own tests read their answers by the contract.
        expect([name, result.error.code]).toEqual([
          expect.stringMatching(aboutOne),
          'invalid-input',
        ])
        continue
      }
      const parsed = call.output.safeParse(result.value)
      expect([name, parsed.error?.issues]).toEqual([name, undefined])
    }
  })
})

describe('change notices', () => {
  it('come at once for own writes, and soon for another engine on the same folder', async () => {
    const { engine, ask, dataDir } = openEngine()
    await ask('profile.save', aProfile)
    const seen: string[] = []
    engine.onChange((nouns) => seen.push(nouns.join()))
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    expect(seen).toEqual(['sessions,plan'])
    const other = openEngine({ dataDir })
    await other.ask('sessions.log', { category: 'stories', duration: '1h', acceptOverlap: true })
    await expect.poll(() => seen.length, { timeout: 5000 }).toBe(2)
    expect((await ask('sessions.outline', {})).sessions).toBe(2)
  })

  it('do not come for a call that was refused', async () => {
    const { engine, refusal } = openEngine()
    const seen: string[] = []
    engine.onChange((nouns) => seen.push(nouns.join()))
    await refusal('sessions.log', { category: 'coding', duration: '1h' })
    expect(seen).toEqual([])
  })
})
