import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseFile } from '#engine/store/file.ts'
import { openEngine, temporaryFolder } from '../support/engine.ts'

const script = fileURLToPath(new URL('autosave-child.ts', import.meta.url))

/** A process that saves without end; killed, it answers the number of the last save that it heard acknowledged. */
async function typingUntilKilled(dataDir: string, id: string, size: number, ms: number) {
  const child = spawn(process.execPath, [script, dataDir, id, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let acknowledged = 0
  createInterface({ input: child.stdout }).on('line', (line) => (acknowledged = Number(line)))
  await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(5)
  await setTimeout(ms)
  const end = once(child, 'close')
  child.kill('SIGKILL')
  await end
  return acknowledged
}

describe('a process that is killed while a story is being typed', () => {
  it.each([
    [100, 0],
    [100, 37],
    [5_000, 61],
    [100_000, 83],
  ])(
    'leaves every save that was acknowledged, in one undo step (parts of %i bytes, after %i ms)',
    async (size, ms) => {
      const dataDir = temporaryFolder()
      const before = openEngine({ dataDir })
      const { story } = await before.ask('stories.create', { content: { title: 'Typed' } })
      await before.engine.close()
      const acknowledged = await typingUntilKilled(dataDir, story.id, size, ms)

      const { ask, engine } = openEngine({ dataDir })
      const found = await ask('stories.get', { id: story.id })
      const last = Math.max(...[found.parts.action, found.parts.result].map(Number.parseFloat))
      // The one in flight may be there as well: it was saved, but nobody heard so any more.
      expect(last - acknowledged).toBeOneOf([0, 1])
      expect(found.version).toBe(last + 1)
      const versions = await ask('stories.versions', { id: story.id })
      expect(versions.map(({ version }) => version)).toEqual([last + 1, 1])
      const { content } = await ask('stories.version', { id: story.id, version: last + 1 })
      expect(content.parts).toEqual(found.parts)
      await ask('history.undo', {})
      expect(await ask('stories.get', { id: story.id })).toEqual(story)
      await engine.close()

      const file = new Sqlite(databaseFile(dataDir))
      expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(file.pragma('foreign_key_check')).toEqual([])
      file.exec(`INSERT INTO story_search (story_search, rank) VALUES ('integrity-check', 1)`)
      file.close()
    },
  )
})
