import { expect, it } from 'vitest'
import { aProfile, openEngine } from '../../../tests/support/engine.ts'

it('finds sessions by the end of their id, in the list or in the trash', async () => {
  const { ask, refusal } = openEngine()
  await ask('profile.save', aProfile)
  const log = async () =>
    (await ask('sessions.log', { category: 'coding', duration: '1h', acceptOverlap: true })).session
  const kept = await log()
  const deleted = await log()
  await ask('sessions.remove', { ids: [deleted.id] })
  const found = async (ending: string, trashed = false) =>
    (await ask('sessions.find', { ending, trashed })).map(({ id }) => id)

  expect(await found(kept.id)).toEqual([kept.id])
  expect(await found(kept.id.slice(-8))).toEqual([kept.id])
  expect(await found(kept.id.slice(-8), true)).toEqual([])
  expect(await found(deleted.id.slice(-8))).toEqual([])
  expect(await found(deleted.id.slice(-8), true)).toEqual([deleted.id])
  expect(await found(kept.id.slice(0, 8))).toEqual([])
  for (const ending of ['abc', '%%%%', '', `${kept.id}0`])
    expect((await refusal('sessions.find', { ending })).field).toBe('ending')
})
