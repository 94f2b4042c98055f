import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { createFakeElectron } from '../../tests/support/fake-electron.ts'
import { createGlobalKey, QUICK_ADD_KEYS } from './global-key.ts'

function keyIn(path = join(temporaryFolder(), 'global-key.json')) {
  const { electron, record } = createFakeElectron()
  const runs: string[] = []
  const logged: string[] = []
  const key = createGlobalKey({
    globalShortcut: electron.globalShortcut,
    path,
    log: (_level, message) => logged.push(message),
    run: () => runs.push('run'),
  })
  return { key, path, record, runs, logged }
}

describe('the global key', () => {
  it('takes nothing from other apps until it is switched on', async () => {
    const { key, record } = keyIn()
    await key.restore()
    expect([key.isOn(), record.globalKeys.size]).toEqual([false, 0])
  })

  it('runs quick add once it is on, and is on again in the next run', async () => {
    const { key, path, record, runs } = keyIn()
    expect(await key.toggle()).toBe(true)
    record.globalKeys.get(QUICK_ADD_KEYS)?.()
    expect(runs).toEqual(['run'])

    const next = keyIn(path)
    await next.key.restore()
    expect(next.key.isOn()).toBe(true)
    expect(next.record.globalKeys.has(QUICK_ADD_KEYS)).toBe(true)
  })

  it('gives the key back when it is switched off, also in later runs', async () => {
    const { key, path, record } = keyIn()
    await key.toggle()
    await key.toggle()
    expect([key.isOn(), record.globalKeys.size]).toEqual([false, 0])
    const next = keyIn(path)
    await next.key.restore()
    expect(next.key.isOn()).toBe(false)
  })

  it('stays off, and says so, where another app has the key', async () => {
    const { key, record, logged } = keyIn()
    record.areGlobalKeysTaken = true
    expect(await key.toggle()).toBe(false)
    expect([key.isOn(), logged]).toEqual([false, ['global key is taken']])
  })

  it('keeps the choice while the key is only released at the end of a run', async () => {
    const { key, path, record } = keyIn()
    await key.toggle()
    key.release()
    expect(record.globalKeys.size).toBe(0)
    const next = keyIn(path)
    await next.key.restore()
    expect(next.key.isOn()).toBe(true)
  })

  it('is off where the file cannot be read or says something else', async () => {
    for (const text of ['', 'not json', 'null', '{"on":"yes"}']) {
      const { key, path } = keyIn()
      writeFileSync(path, text)
      await key.restore()
      expect([text, key.isOn()]).toEqual([text, false])
    }
  })
})
