import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../tests/support/engine.ts'
import { chooseBackupFolder } from './backups/folder.ts'
import { leaveCrashReport } from './crash-report.ts'
import { logFileIn } from './log-file.ts'
import { writeAtomically } from './write-atomically.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

// Windows has no such rights: there the folder of the person's own profile is closed to others.
it.skipIf(process.platform === 'win32')(
  'everything that the app makes in its data folder can be read by this user only',
  async () => {
    // With nothing taken away by the system: what is private is so by our own doing.
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    const dataDir = join(temporaryFolder(), 'new')
    const { ask } = openEngine({ dataDir })
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    await ask('stories.create', { content: { title: 'A story' } })
    await ask('backups.make', {})
    await ask('backups.encrypt', { passphrase: 'correct horse battery' })
    const encrypted = await ask('backups.make', {})
    expect(encrypted.encrypted).toBe(true)
    const bytes = new TextEncoder().encode('Date,Duration,Category\n2026-03-01,1:00,coding\n')
    await ask('transfer.receive', { name: 'a.csv', bytes })
    const [backup] = (await ask('backups.list', {})).backups.filter((one) => !one.encrypted)
    await ask('backups.view', { id: backup?.id ?? '' })
    await chooseBackupFolder(dataDir, join(dataDir, 'elsewhere'))
    logFileIn(dataDir)('error', 'something happened')
    leaveCrashReport(dataDir, 'main', new Error('x'))
    await writeAtomically(join(dataDir, 'export.json'), '{}')

    expect(modeOf(dataDir)).toBe('700')
    const entries = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    const found = entries.map((entry) => [
      join(entry.parentPath, entry.name).slice(dataDir.length),
      modeOf(join(entry.parentPath, entry.name)),
    ])
    expect(found.length).toBeGreaterThan(10)
    for (const name of ['loopready.sqlite-wal', 'loopready.sqlite-shm', 'loopready.log', 'crashes'])
      expect(found.map(([path]) => path)).toContain(join('/', name))
    expect(found).toEqual(
      entries.map((entry, index) => [found[index]?.[0], entry.isDirectory() ? '700' : '600']),
    )
  },
)
