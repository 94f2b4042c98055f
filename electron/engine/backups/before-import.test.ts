import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { chooseBackupFolder } from './folder.ts'

const table = new TextEncoder().encode('date,minutes,category\n2026-09-20,90,coding\n')
const story = { name: 'a.md', text: '# Mine\n\n## Situation\n\nIt was.\n' }

async function opened() {
  const setup = openEngine({ now: '2026-10-01T10:00:00Z' })
  const { ask, engine } = setup
  await ask('profile.save', aProfile)
  return {
    ...setup,
    backups: async () => (await ask('backups.list', {})).backups,
    imports: [
      {
        what: 'sessions',
        start: async () => {
          const { file } = await ask('transfer.receive', { name: 'a.csv', bytes: table })
          const seen = await ask('transfer.inspect', { file })
          const mapping = seen.kind === 'csv' ? { mapping: seen.mapping } : {}
          return engine.call('transfer.import', { file, ...mapping })
        },
      },
      {
        what: 'stories',
        start: async () => engine.call('stories.importMarkdown', { files: [story] }),
      },
    ] as const,
  }
}

describe.each([
  ['a table', 0],
  ['stories', 1],
] as const)('an import of %s', (_, which) => {
  it('is made after a backup of what was there, and stays one step that undo takes back', async () => {
    const { ask, imports, backups } = await opened()
    const { what, start } = imports[which]
    expect(await backups()).toEqual([])
    const done = await start()
    expect(done).toMatchObject({ ok: true, change: expect.any(Number) as number })
    const [backup, ...more] = await backups()
    expect([backup?.kind, more]).toEqual(['before-import', []])
    const { differences } = await ask('backups.preview', { id: backup?.id ?? '' })
    expect(differences).toContainEqual({ what, added: 0, changed: 0, removed: 1 })
    await ask('history.undo', { change: done.ok ? (done.change ?? 0) : 0 })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    expect(await ask('stories.list', {})).toEqual([])
  })

  it('is not made where the backup cannot be', async () => {
    const { ask, dataDir, imports } = await opened()
    const folder = path.join(temporaryFolder(), 'stick')
    await chooseBackupFolder(dataDir, folder)
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'no folder')
    expect(await imports[which].start()).toMatchObject({ ok: false })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    expect(await ask('stories.list', {})).toEqual([])
  })

  it('is refused while a backup is shown, and makes none', async () => {
    const { ask, imports, backups } = await opened()
    const { id } = await ask('backups.make', {})
    await ask('backups.view', { id })
    expect(await imports[which].start()).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await backups()).toHaveLength(1)
  })
})

it('where there is nothing yet that could be lost, an import makes no backup', async () => {
  const { ask } = openEngine()
  await ask('stories.importMarkdown', { files: [story] })
  expect((await ask('backups.list', {})).backups).toEqual([])
})
