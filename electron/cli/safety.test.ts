import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '#engine/store/file.ts'
import { expectRefusal, root, started } from './terminal-under-test.ts'

describe('backup and restore', () => {
  it('copies the data out, says what a restore would change, and brings it back as one step', async () => {
    const { fine, sessions, on } = await started()
    await fine('log', '1h', 'coding', '--time', '08:00')
    const out = join(root, 'copy.sqlite')
    expect(await fine('backup', '--out', out)).toContain(`Backed up to ${out}`)
    await fine('log', '2h', 'coding', '--time', '06:00')
    const dry = JSON.parse(await fine('restore', out, '--dry-run', '--json')) as unknown
    expect(dry).toMatchObject({
      differences: [{ what: 'sessions', added: 0, changed: 0, removed: 1 }],
    })
    expect(await sessions()).toHaveLength(2)
    expect(await fine('restore', out)).toContain('sessions: 1 go')
    expect(await sessions()).toHaveLength(1)
    expect(await fine('undo')).toContain('Restore the backup')
    expect(await sessions()).toHaveLength(2)
    // The same file is taken over once, however often it is named.
    const { backups } = JSON.parse(await fine('backup', '--list', '--json')) as {
      backups: { kind: string }[]
    }
    expect(backups.filter(({ kind }) => kind === 'manual')).toHaveLength(1)
    expect(await on('restore', out, '--dry-run')).toMatchObject({ code: 0 })
  })

  it('refuses what is no backup, is not there, or cannot be written to', async () => {
    const { on, fine } = await started()
    const other = join(root, 'other.txt')
    writeFileSync(other, 'hi')
    expectRefusal(await on('restore', other), 'not a backup of Loopready')
    expectRefusal(await on('restore', join(root, 'nowhere')), 'There is no file')
    expectRefusal(await on('backup', '--out', join(root, 'no', 'folder')), 'folder does not exist')
    expectRefusal(await on('backup', '--folder', join(other, 'in-a-file')), 'cannot be written')
    expect(await fine('backup', '--list')).not.toContain('in-a-file')
  })
})

describe('doctor', () => {
  it('says that all is well, and shows nothing that was written', async () => {
    const { fine } = await started()
    await fine('log', '1h', 'coding', '--note', 'Secret employer')
    const text = await fine('doctor')
    expect(text).toContain('Data file: whole')
    expect(text).not.toMatch(/Secret|employer/)
    expect(text).not.toContain(root)
    const found = JSON.parse(await fine('doctor', '--json')) as object
    expect(found).toMatchObject({ faults: [], backups: { count: 1 } })
  })

  it('says why the last daily backup failed, and ends with status 1', async () => {
    const { on, dataDir } = await started()
    // A chosen folder whose disk is not there.
    const folder = join(root, 'stick', 'backups')
    writeFileSync(join(dataDir, 'backups.json'), JSON.stringify({ folder }))
    expect((await on('sessions')).code).toBe(0)
    const { code, out, err } = await on('doctor')
    expect(code).toBe(1)
    expect(out).toContain('The last daily backup FAILED')
    expect(out).not.toContain(root)
    expect(err).toContain(`The folder of the backups is not there: ${folder}. If it is on`)
  })

  it('finds damage that the start does not see, and ends with status 1', async () => {
    const { on, fine, dataDir } = await started()
    await fine('log', '1h', 'coding', '--time', '08:00')
    // A row that its index does not know of, as a lost write of the disk leaves it.
    const file = new Sqlite(databaseFile(dataDir))
    file.unsafeMode(true)
    file.pragma('writable_schema = ON')
    const index = `FROM sqlite_schema WHERE name = 'session_by_start'`
    file.exec(`CREATE TEMP TABLE put_by AS SELECT * ${index}; DELETE ${index}`)
    file.pragma('writable_schema = RESET')
    file.exec(`UPDATE session SET started_at = '2026-11-20T08:00:00Z'`)
    file.pragma('writable_schema = ON')
    file.exec('INSERT INTO sqlite_schema SELECT * FROM put_by')
    file.close()
    const { code, out, err } = await on('doctor')
    expect(code).toBe(1)
    expect(out).toContain('Data file: DAMAGED')
    expect(err).toContain('loopready backup --list')
    // What the check has found is recovered from at the next start, which says so once.
    const next = await on('sessions', '--json')
    expect(next.err).toMatch(
      /^loopready: The data file was damaged\. It was set aside in [^\n]+ \(the profile, 1 session\)\. Newest good backup: loopready-\S+-daily\.sqlite\.\n$/,
    )
    expect(JSON.parse(next.out)).toHaveLength(1)
    expect((await on('sessions')).err).toBe('')
  })
})
