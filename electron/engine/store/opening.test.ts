import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { errorOf } from '../refusal.ts'
import { databaseFile } from './file.ts'
import { openDatabase } from './open.ts'

const isRoot = process.getuid?.() === 0
const canMount = isRoot && process.platform === 'linux' && tryToMount()

/** The message with which an open is refused. */
function refusalAt(dataDir: string) {
  try {
    openEngine({ dataDir })
  } catch (thrown) {
    return errorOf(thrown)
  }
  throw new Error('it was not refused')
}

/** A data folder with a profile and a session, closed. */
async function filled(): Promise<string> {
  const { ask, engine, dataDir } = openEngine()
  await ask('profile.save', aProfile)
  await ask('sessions.log', { category: 'coding', duration: '1h' })
  await engine.close()
  return dataDir
}

/** The message with which somebody without special rights is refused: the administrator may write everywhere. */
function refusalWithoutRights(dataDir: string) {
  if (!isRoot) return refusalAt(dataDir)
  const nobody = 65_534
  for (const name of ['.', ...readdirSync(dataDir)])
    chownSync(path.join(dataDir, name), nobody, nobody)
  const program = `import { openDatabase } from ${JSON.stringify(path.join(import.meta.dirname, 'open.ts'))}
    try { openDatabase(process.argv[1]) } catch (thrown) { console.log(JSON.stringify(thrown.error)) }`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    uid: nobody,
    gid: nobody,
    encoding: 'utf8',
  })
  return JSON.parse(printed) as ReturnType<typeof errorOf>
}

/** A disk of its own, of so many KiB. */
function aDisk(kib: number): string {
  const folder = temporaryFolder()
  system('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder])
  onTestFinished(() => system('umount', ['-l', folder]))
  return folder
}

/** Runs a tool of the system. */
function system(tool: string, args: readonly string[]): void {
  execFileSync(tool, args, { stdio: 'ignore' })
}

function tryToMount(): boolean {
  try {
    system('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'])
    return true
  } catch {
    return false
  }
}

describe.skipIf(process.platform === 'win32')('opening what cannot be written', () => {
  it('names the data file that is read-only, and leaves it as it was', async () => {
    const dataDir = await filled()
    const bytes = readFileSync(databaseFile(dataDir))
    chmodSync(databaseFile(dataDir), 0o400)
    const error = refusalWithoutRights(dataDir)
    expect(error).toMatchObject({ code: 'storage' })
    expect(error.message).toMatch(
      /^The data file .*loopready\.sqlite cannot be written: it is read-only/,
    )
    expect(readFileSync(databaseFile(dataDir)).equals(bytes)).toBe(true)
    chmodSync(databaseFile(dataDir), 0o600)
    expect((await openEngine({ dataDir }).ask('sessions.outline', {})).sessions).toBe(1)
  })

  it('names the folder that is read-only', async () => {
    const dataDir = await filled()
    chmodSync(dataDir, 0o500)
    onTestFinished(() => chmodSync(dataDir, 0o700))
    const error = refusalWithoutRights(dataDir)
    expect(error.message).toMatch(/^The data folder .* cannot be written: it is read-only/)
    expect(error.hint).toContain('Nothing was changed.')
  })

  it.skipIf(!canMount)('names the folder on a disk that is read-only', () => {
    const dataDir = aDisk(4096)
    openDatabase(dataDir).close()
    system('mount', ['-o', 'remount,ro', dataDir])
    expect(refusalAt(dataDir).message).toContain('cannot be written: it is read-only')
  })
})

describe('opening what is not what it should be', () => {
  it('says that a file stands where the folder should be', () => {
    const file = path.join(temporaryFolder(), 'data')
    writeFileSync(file, 'mine')
    expect(refusalAt(file)).toMatchObject({
      code: 'storage',
      message: expect.stringContaining('there is a file in its place') as unknown,
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('says that a folder stands where the file should be', () => {
    const dataDir = temporaryFolder()
    mkdirSync(databaseFile(dataDir))
    expect(refusalAt(dataDir).message).toMatch(/is a folder, where the data file should be/)
  })

  it('refuses the file of a newer app and touches nothing in the folder', async () => {
    const dataDir = await filled()
    const file = new Sqlite(databaseFile(dataDir))
    file.pragma('user_version = 9990')
    file.close()
    const bytes = readFileSync(databaseFile(dataDir))
    const names = readdirSync(dataDir)
    expect(refusalAt(dataDir)).toMatchObject({
      code: 'newer-file',
      message: expect.stringContaining('a newer Loopready') as unknown,
      hint: 'Update Loopready. The file was left untouched.',
    })
    expect(readFileSync(databaseFile(dataDir)).equals(bytes)).toBe(true)
    expect(readdirSync(dataDir)).toEqual(names)
  })
})

describe('a full disk', () => {
  it.skipIf(!canMount).each([[0], [64], [256]])(
    'at the start, with %i KiB free, is said and leaves the data as it is',
    (free) => {
      const dataDir = aDisk(free + 8)
      const error = refusalAt(dataDir)
      expect(error.code).toBe('storage')
      expect(error.message).toMatch(/the disk is full/)
    },
  )

  it.skipIf(!canMount)(
    'at the start of data that is there, is said, and nothing is lost',
    async () => {
      const dataDir = aDisk(2500)
      const { ask, engine } = openEngine({ dataDir })
      await ask('profile.save', aProfile)
      await ask('sessions.log', { category: 'coding', duration: '1h' })
      await engine.close()
      const ballast = path.join(dataDir, 'ballast')
      fill(ballast)
      expect(refusalAt(dataDir).message).toMatch(/cannot be opened: the disk is full/)
      rmSync(ballast)
      expect((await openEngine({ dataDir }).ask('sessions.outline', {})).sessions).toBe(1)
    },
  )

  it.skipIf(!canMount)(
    'while the app is in use is said, and work goes on once there is space',
    async () => {
      const dataDir = aDisk(4000)
      const { ask, refusal } = openEngine({ dataDir })
      await ask('profile.save', aProfile)
      await ask('sessions.log', { category: 'coding', duration: '1h' })
      const ballast = path.join(dataDir, 'ballast')
      fill(ballast)
      let error = null
      // What fits into the space that the file has already is still taken.
      for (let n = 0; n < 200 && error === null; n += 1) {
        error = await tryToLog(refusal)
      }
      expect(error).toMatchObject({
        code: 'storage',
        message: expect.stringMatching(/disk/) as unknown,
      })
      rmSync(ballast)
      const { sessions: before } = await ask('sessions.outline', {})
      await ask('sessions.log', { category: 'coding', duration: '5m', acceptOverlap: true })
      expect((await ask('sessions.outline', {})).sessions).toBe(before + 1)
    },
  )

  it('is told in plain words where SQLite finds no more pages, and the file stays whole', () => {
    const dataDir = temporaryFolder()
    const connection = openDatabase(dataDir)
    onTestFinished(() => void connection.close())
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.pragma(`max_page_count = ${pages}`)
    const write = connection.transaction(() =>
      connection
        .prepare(
          "INSERT INTO import_mapping (signature, columns, categories, used_at) VALUES (?, ?, '{}', '')",
        )
        .run('f'.repeat(64), JSON.stringify('x'.repeat(400_000))),
    )
    const error = (() => {
      try {
        write()
        return null
      } catch (thrown) {
        return errorOf(thrown)
      }
    })()
    expect(error).toMatchObject({
      code: 'storage',
      message: 'The disk is full, so nothing was saved.',
    })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

describe('two apps at once', () => {
  it('both write, and each sees what the other wrote', async () => {
    const dataDir = await filled()
    const one = openEngine({ dataDir })
    const other = openEngine({ dataDir })
    await one.ask('sessions.log', { category: 'coding', duration: '5m', acceptOverlap: true })
    await other.ask('sessions.log', { category: 'coding', duration: '6m', acceptOverlap: true })
    expect((await one.ask('sessions.outline', {})).sessions).toBe(3)
    expect((await other.ask('sessions.outline', {})).sessions).toBe(3)
  })

  it('one waits for the other, and says who holds the file where that takes too long', async () => {
    const dataDir = await filled()
    const { ask } = openEngine({ dataDir })
    const child = spawn(
      process.execPath,
      [
        '-e',
        `const db = new (require('better-sqlite3'))(process.argv[1]); db.exec('BEGIN IMMEDIATE');
         console.log('held'); setTimeout(() => { db.exec('COMMIT') }, 700)`,
        databaseFile(dataDir),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], cwd: path.resolve(import.meta.dirname, '../../..') },
    )
    await once(child.stdout, 'data')
    await ask('sessions.log', { category: 'coding', duration: '5m', acceptOverlap: true })
    expect((await ask('sessions.outline', {})).sessions).toBe(2)
    await once(child, 'exit')
    expect(errorOf(Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' })).message).toBe(
      'Another program holds the data file, so nothing was saved.',
    )
  })
})

function fill(file: string): void {
  const block = Buffer.alloc(4096)
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' })
  } catch {
    // It is full now.
  }
}

/** The error of a session that could not be logged; null when it could. */
async function tryToLog(refusal: ReturnType<typeof openEngine>['refusal']) {
  try {
    return await refusal('sessions.log', {
      category: 'coding',
      duration: '5m',
      note: 'x'.repeat(1500),
      acceptOverlap: true,
    })
  } catch {
    return null
  }
}
