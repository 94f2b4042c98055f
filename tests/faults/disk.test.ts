import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chooseBackupFolder } from '#engine/backups/folder.ts'
import { createEngine } from '#engine/engine.ts'
import { errorOf } from '#engine/refusal.ts'
import { databaseFile } from '#engine/store/file.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { lineAbout } from '../../electron/cli/complaint.ts'
import { saveFile } from '../../electron/cli/out-file.ts'
import { writeErrorOf } from '../../electron/main/write-error.ts'
import {
  aProfile,
  assetsDir,
  openEngine,
  settableClock,
  temporaryFolder,
} from '../support/engine.ts'

/** What keeps this machine from making a small disk; null where it can. */
const cannotMount = whyNoMount()
if (cannotMount !== null)
  console.warn(`SKIPPED: faults of a full or read-only disk are not tried here: ${cannotMount}`)

/** What keeps it from making a disk that fails; null where it can. */
const cannotBreak = cannotMount ?? whyNoLoop()
if (cannotMount === null && cannotBreak !== null)
  console.warn(`SKIPPED: disks that fail while they are in use are not tried here: ${cannotBreak}`)

function whyNoLoop(): string | null {
  try {
    for (const tool of ['losetup', 'findmnt', 'mkfs.ext4', 'e2fsck'])
      execFileSync('which', [tool], { stdio: 'pipe' })
    execFileSync('losetup', ['--find'], { stdio: 'pipe' })
    return null
  } catch (thrown) {
    return String(thrown).split('\n')[0] ?? ''
  }
}

function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'only Linux makes a disk in memory'
  if (process.getuid?.() !== 0) return 'only root may mount one'
  const probe = '/tmp/loopready-mount-probe'
  try {
    mkdirSync(probe, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'pipe' })
    execFileSync('umount', [probe], { stdio: 'pipe' })
    return null
  } catch (thrown) {
    return `mount failed: ${String(thrown).split('\n')[0] ?? ''}`
  }
}

/** A disk of so many KiB with nothing on it, and what can be done to it. */
function smallDisk(kib: number) {
  const root = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', root])
  onTestFinished(() => void execFileSync('umount', ['--lazy', root]))
  const ballast = path.join(root, 'ballast')
  const remount = (options: string) => execFileSync('mount', ['-o', `remount,${options}`, root])
  return {
    root,
    dataDir: path.join(root, 'data'),
    /** Leaves so many KiB free. */
    fill(left: number) {
      const free = Number(
        execFileSync('df', ['--output=avail', '-k', root], { encoding: 'utf8' }).split('\n')[1],
      )
      if (free > left) writeFileSync(ballast, Buffer.alloc((free - left) * 1024), { flag: 'a' })
    },
    grow: (to: number) => remount(`size=${to}k`),
    lock: () => remount('ro'),
    unlock: () => remount('rw'),
  }
}

/** A disk with blocks of its own, in a file on a disk in memory: it can fail as one that is worn out does. */
function blockDisk() {
  const below = smallDisk(16_384)
  const image = path.join(below.root, 'image')
  const root = temporaryFolder()
  execFileSync('truncate', ['-s', '64M', image])
  execFileSync('mkfs.ext4', ['-q', image])
  const mount = () =>
    execFileSync('mount', ['-o', 'loop,errors=remount-ro,nodelalloc', image, root])
  mount()
  onTestFinished(() => {
    try {
      execFileSync('umount', [root], { stdio: 'ignore' })
    } catch {
      // It is not mounted just now.
    }
  })
  const device = () => execFileSync('findmnt', ['-no', 'SOURCE', root], { encoding: 'utf8' }).trim()
  return {
    root,
    dataDir: path.join(root, 'data'),
    /** From now on only a few blocks that were never written to can be. */
    wearOut: () => below.fill(400),
    /** What Linux does once it sees an error on a disk, also while files on it are open. */
    turnReadOnly: () =>
      writeFileSync(`/sys/fs/ext4/${path.basename(device())}/trigger_fs_error`, '1'),
    /** As after a repair and a new start of the computer. */
    repair() {
      execFileSync('umount', [root])
      below.grow(131_072)
      try {
        execFileSync('e2fsck', ['-fy', image], { stdio: 'ignore' })
      } catch {
        // It says with its status that it mended something.
      }
      mount()
    },
  }
}

/** The names on a disk that are not there for good: pieces of files that were begun. */
function leftOvers(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:tmp|partial)$|-journal$|writable/.test(name))
}

function expectWhole(dataDir: string) {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  } finally {
    file.close()
  }
}

const fullDisk = { code: 'storage', message: expect.stringMatching(/full|space/i) as string }
const aNote = { category: 'coding', duration: '1m', acceptOverlap: true } as const

/** What a start that fails says. */
async function toldAtStart(dataDir: string): Promise<unknown> {
  const { clock } = settableClock('2026-10-01T10:00:00Z')
  try {
    await createEngine({ dataDir, assetsDir, clock, log: () => {} }).close()
    return null
  } catch (thrown) {
    return errorOf(thrown)
  }
}

describe.skipIf(cannotMount !== null)('a full disk', () => {
  it('at the first start is told, and the next start is as good as the first', async () => {
    const disk = smallDisk(64)
    disk.fill(8)
    expect(await toldAtStart(disk.dataDir)).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/full|cannot be (?:used|opened)|disk/) as string,
    })
    disk.grow(8192)
    const { ask } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    expect((await ask('backups.list', {})).recovery).toBeNull()
  })

  it('while things are logged keeps what was acknowledged, says so, and goes on when there is space', async () => {
    const disk = smallDisk(4096)
    const { ask, engine } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    disk.fill(256)
    let logged = 0
    let refusal: unknown = null
    while (refusal === null && logged < 2000) {
      const answer = await engine.call('sessions.log', { ...aNote, note: 'x'.repeat(2000) })
      if (answer.ok) logged += 1
      else refusal = answer.error
    }
    expect(refusal).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/full|nothing was saved/) as string,
    })
    expect(logged).toBeGreaterThan(0)
    // What is there can be looked at all the while.
    expect((await ask('sessions.outline', {})).sessions).toBe(logged)
    disk.grow(16_384)
    await ask('sessions.log', aNote)
    expect((await ask('sessions.outline', {})).sessions).toBe(logged + 1)
    await ask('history.undo', {})
    await engine.close()
    expectWhole(disk.dataDir)
    const again = openEngine({ dataDir: disk.dataDir })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(logged)
  })

  it('while a backup is made leaves no part of it, says so, and makes it when there is space', async () => {
    const disk = smallDisk(4096)
    const { ask, refusal } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    disk.fill(64)
    expect(await refusal('backups.make', {})).toMatchObject(fullDisk)
    expect((await ask('backups.list', {})).backups).toEqual([])
    expect(leftOvers(disk.root)).toEqual([])
    disk.grow(16_384)
    await ask('backups.make', {})
    expect((await ask('backups.list', {})).backups).toHaveLength(1)
  })

  it('while a file is imported changes nothing, says so, and imports it when there is space', async () => {
    const disk = smallDisk(4096)
    const { ask, engine } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `2026-03-01,0:01:00,coding,${row} ${'note '.repeat(40)}`,
    )
    const bytes = new TextEncoder().encode(`Date,Duration,Category,Note\n${rows.join('\n')}\n`)
    const { file } = await ask('transfer.receive', { name: 'large.csv', bytes })
    const seen = await ask('transfer.inspect', { file })
    if (seen.kind !== 'csv') throw new Error('not a table')
    disk.fill(700)
    const refused = await engine.call('transfer.import', { file, mapping: seen.mapping })
    expect(refused).toMatchObject({ ok: false, error: { code: 'storage' } })
    expect((await ask('sessions.outline', {})).sessions).toBe(0)
    disk.grow(32_768)
    const done = await ask('transfer.import', { file, mapping: seen.mapping })
    expect(done.sessions).toBe(4000)
    expect(leftOvers(disk.root)).toEqual([])
  })

  it('keeps the file that an export was to replace', async () => {
    const disk = smallDisk(512)
    const file = path.join(disk.root, 'export.json')
    writeFileSync(file, 'the one before')
    disk.fill(4)
    await expect(writeAtomically(file, Buffer.alloc(300_000))).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(await toldOfExport(disk.root)).toEqual({
      terminal: '"export.json" cannot be written: the disk is full; free some space.',
      window: '“export.json” could not be saved: the disk is full.',
    })
    expect(statSync(file).size).toBe(14)
    expect(leftOvers(disk.root)).toEqual([])
    disk.grow(4096)
    await writeAtomically(file, Buffer.alloc(300_000))
    expect(statSync(file).size).toBe(300_000)
  })

  it.each([16, 64, 128, 256])(
    'leaves a damaged file where it is with %i KiB free, and mends it when there is space',
    async (left) => {
      const disk = smallDisk(8192)
      const before = openEngine({ dataDir: disk.dataDir })
      await before.ask('profile.save', aProfile)
      await before.engine.close()
      const file = databaseFile(disk.dataDir)
      const bytes = Buffer.alloc(statSync(file).size, 7)
      const whole = path.join(temporaryFolder(), 'whole.sqlite')
      copyFileSync(file, whole)
      // The head says what it is; the rest is noise.
      writeFileSync(file, bytes.fill(new Sqlite(whole).serialize().subarray(0, 100), 0, 100))
      disk.fill(left)
      expect(await toldAtStart(disk.dataDir)).toMatchObject({ code: 'storage' })
      expect(statSync(file).size).toBe(bytes.length)
      disk.grow(32_768)
      const after = openEngine({ dataDir: disk.dataDir })
      expect((await after.ask('backups.list', {})).recovery).not.toBeNull()
    },
  )
})

describe.skipIf(cannotMount !== null)('a disk that has become read-only', () => {
  it('refuses what would be written, shows what is there, and goes on when it can be written', async () => {
    const disk = smallDisk(8192)
    const { ask, engine } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    await ask('sessions.log', aNote)
    // The kernel lets no disk become read-only while a file on it is open to be written.
    await engine.close()
    disk.lock()
    expect(await toldAtStart(disk.dataDir)).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/cannot be (?:written|opened|used)/) as string,
    })
    disk.unlock()
    const again = openEngine({ dataDir: disk.dataDir })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(1)
    await again.ask('sessions.log', aNote)
  })

  it('of backups refuses the backup in words and leaves the data as it was', async () => {
    const disk = smallDisk(4096)
    const { ask, refusal, dataDir } = openEngine()
    await ask('profile.save', aProfile)
    await chooseBackupFolder(dataDir, path.join(disk.root, 'backups'))
    disk.lock()
    expect(await refusal('backups.make', {})).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/cannot be written/) as string,
    })
    await ask('sessions.log', aNote)
    disk.unlock()
    await ask('backups.make', {})
  })
})

/** What both shells say of a file that is to be written to a folder. */
async function toldOfExport(folder: string) {
  const file = path.join(folder, 'export.json')
  const terminal = await saveFile(file, 'export.json', Buffer.alloc(300_000, 1)).then(
    () => null,
    lineAbout,
  )
  const window = await writeAtomically(file, Buffer.alloc(300_000, 1)).then(
    () => null,
    (thrown: unknown) => writeErrorOf(thrown, file, 'It is kept.').message,
  )
  return { terminal, window }
}

describe.skipIf(cannotBreak !== null)('a disk that fails while the app is in use', () => {
  it('and is read-only from then on: what is there is shown, and nothing more is taken, in words', async () => {
    const disk = blockDisk()
    const { ask, refusal, engine } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    await ask('sessions.log', aNote)
    disk.turnReadOnly()
    expect(await refusal('sessions.log', aNote)).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/cannot be written|reported an error/) as string,
    })
    expect(await refusal('backups.make', {})).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/cannot be written/) as string,
    })
    expect(await toldOfExport(disk.root)).toEqual({
      terminal: '"export.json" cannot be written: the disk is read-only; choose another place.',
      window: expect.stringMatching(/write-protected/) as string,
    })
    // Another disk takes the export all the same: that is the way out.
    const out = path.join(temporaryFolder(), 'export.json')
    const { bytes } = await ask('transfer.export', { format: 'json' })
    await writeAtomically(out, bytes)
    expect((await ask('sessions.outline', {})).sessions).toBe(1)
    await engine.close()
    disk.repair()
    const again = openEngine({ dataDir: disk.dataDir })
    expect((await again.ask('sessions.outline', {})).sessions).toBe(1)
    await again.ask('sessions.log', aNote)
    await again.engine.close()
    expectWhole(disk.dataDir)
  })

  it('and loses what is written: nothing is acknowledged that it lost', async () => {
    const disk = blockDisk()
    const { ask, engine } = openEngine({ dataDir: disk.dataDir })
    await ask('profile.save', aProfile)
    disk.wearOut()
    let logged = 0
    let error: unknown = null
    while (error === null && logged < 3000) {
      const answer = await engine.call('sessions.log', { ...aNote, note: 'x'.repeat(2000) })
      if (answer.ok) logged += 1
      else error = answer.error
    }
    expect(error).toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/disk|cannot be written/) as string,
    })
    expect(logged).toBeGreaterThan(0)
    await engine.close()
    disk.repair()
    const again = openEngine({ dataDir: disk.dataDir })
    const { sessions } = await again.ask('sessions.outline', {})
    // The one that was refused may have reached the disk all the same.
    expect(sessions - logged).toBeOneOf([0, 1])
    expect((await again.ask('backups.state', {})).recovery).toBeNull()
    await again.ask('sessions.log', aNote)
    await again.engine.close()
    expectWhole(disk.dataDir)
  })
})

// Root may write everywhere; Windows has no such rights.
const isStopped = process.platform !== 'win32' && process.getuid?.() !== 0
describe.skipIf(!isStopped)('a folder without the right to write', () => {
  it('is told, and works once the right is there', async () => {
    const parent = temporaryFolder()
    const dataDir = path.join(parent, 'data')
    chmodSync(parent, 0o500)
    expect(() => openEngine({ dataDir })).toThrow(/cannot be used/)
    chmodSync(parent, 0o700)
    const { ask } = openEngine({ dataDir })
    await ask('profile.save', aProfile)
  })
})
