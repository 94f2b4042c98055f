import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aProfile,
  asking,
  assetsDir,
  openEngine,
  temporaryFolder,
} from '../../../tests/support/engine.ts'
import { databaseFile } from '../store/file.ts'
import { engineOnThread } from './client.ts'

async function opened(dataDir = temporaryFolder()) {
  const engine = await engineOnThread({ dataDir, assetsDir, log: () => {} })
  onTestFinished(() => engine.close())
  return { engine, dataDir, ...asking(engine) }
}

describe('the engine on a thread', () => {
  it('answers as the engine does, and keeps what it acknowledged', async () => {
    const { ask, engine, dataDir } = await opened()
    await ask('profile.save', aProfile)
    const result = await engine.call('sessions.log', { category: 'coding', duration: '1h' })
    expect(result).toMatchObject({ ok: true, change: expect.any(Number) })
    await engine.close()
    const again = openEngine({ dataDir })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(1)
  })

  it('passes change notices on', async () => {
    const { ask, engine } = await opened()
    const seen: unknown[] = []
    engine.onChange((nouns) => seen.push(nouns))
    await ask('profile.save', aProfile)
    await expect.poll(() => seen).toEqual([['profile', 'plan', 'sessions']])
  })

  it('rejects with a readable refusal when the data cannot be opened', async () => {
    const dataDir = temporaryFolder()
    const other = new Sqlite(databaseFile(dataDir))
    other.exec('CREATE TABLE theirs (n)')
    other.close()
    await expect(opened(dataDir)).rejects.toMatchObject({
      error: { code: 'storage', message: expect.stringContaining('another program') as unknown },
    })
  })

  it('answers calls after it was closed with an error value', async () => {
    const { engine } = await opened()
    await engine.close()
    expect(await engine.call('profile.get', {})).toMatchObject({
      ok: false,
      error: { code: 'storage' },
    })
  })
})
