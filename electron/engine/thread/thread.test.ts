import type { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
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

  it('that ends by itself tells once, and answers what waits and what comes with an error value', async () => {
    const workers: Worker[] = []
    process.once('worker', (worker) => workers.push(worker))
    const onCrash = vi.fn<(thrown: unknown) => void>()
    const dataDir = temporaryFolder()
    const engine = await engineOnThread({ dataDir, assetsDir, log: () => {}, onCrash })
    const waiting = engine.call('profile.get', {})
    await workers[0]?.terminate()
    const stopped = { ok: false, error: { code: 'storage' } }
    expect(await waiting).toMatchObject(stopped)
    expect(await engine.call('profile.get', {})).toMatchObject(stopped)
    await engine.close()
    expect(onCrash).toHaveBeenCalledOnce()
    // What it held is free again: another opens the same data at once.
    const { ask } = await opened(dataDir)
    expect(await ask('profile.get', {})).toMatchObject({ profile: null })
  })
})
