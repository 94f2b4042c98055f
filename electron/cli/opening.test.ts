import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseFile } from '#engine/store/file.ts'
import { openDatabase } from '#engine/store/open.ts'
import { errorOf } from '#engine/refusal.ts'
import { openEngine } from '../../tests/support/engine.ts'
import { cannotStart } from '../main/messages.ts'
import { expectRefusal, newFolder, run, started } from './terminal-under-test.ts'

/** What cannot be opened, made in a data folder that holds a new data file; and what is said of it. */
type State = Readonly<{
  name: string
  make: (dataDir: string) => void
  says: RegExp
  /** The administrator may write everywhere. */
  notAsRoot?: boolean
}>

const states: readonly State[] = [
  {
    name: 'of a newer schema',
    make: (dataDir) => altered(dataDir, 'PRAGMA user_version = 9990'),
    says: /was written by a newer Loopready.* Update Loopready\. The file was left untouched\./,
  },
  {
    name: 'of another program',
    make: (dataDir) => altered(dataDir, 'PRAGMA application_id = 1'),
    says: /is a database of another program\. It was left untouched\./,
  },
  {
    name: 'that is a folder',
    make: (dataDir) => {
      mkdirSync(dataDir)
      mkdirSync(databaseFile(dataDir))
    },
    says: /is a folder, where the data file should be\. .*Nothing was changed\./,
  },
  {
    name: 'in a data folder that is a file',
    make: (dataDir) => writeFileSync(dataDir, 'mine'),
    says: /there is a file in its place/,
  },
  {
    name: 'that is read-only',
    notAsRoot: true,
    make: (dataDir) => {
      openDatabase(dataDir).close()
      chmodSync(databaseFile(dataDir), 0o400)
    },
    says: /The data file .* cannot be written: it is read-only, .* Nothing was changed\./,
  },
  {
    name: 'in a folder that is read-only',
    notAsRoot: true,
    make: (dataDir) => {
      openDatabase(dataDir).close()
      chmodSync(dataDir, 0o500)
      onTestFinished(() => chmodSync(dataDir, 0o700))
    },
    says: /The data folder .* cannot be written: it is read-only, .* Nothing was changed\./,
  },
]

function altered(dataDir: string, sql: string): void {
  openDatabase(dataDir).close()
  const file = new Sqlite(databaseFile(dataDir))
  file.exec(sql)
  file.close()
}

function refusalAt(dataDir: string) {
  try {
    openEngine({ dataDir })
  } catch (thrown) {
    return errorOf(thrown)
  }
  throw new Error('it was not refused')
}

/** The names and bytes below a place, to be compared. */
function contentOf(place: string): unknown {
  if (statSync(place).isFile()) return readFileSync(place, 'latin1')
  return readdirSync(place)
    .filter((name) => name !== 'loopready.log')
    .map((name) => [name, contentOf(path.join(place, name))])
}

const isRoot = process.getuid?.() === 0
const cannotDeny = isRoot || process.platform === 'win32'
if (cannotDeny) console.warn('SKIPPED: read-only files are not tried here in both shells')

describe('a data file', () => {
  it.each(states.filter(({ notAsRoot }) => notAsRoot !== true || !cannotDeny))(
    '$name is refused in the same plain words in terminal and window, and left as it was',
    async ({ make, says }) => {
      const dataDir = newFolder()
      make(dataDir)
      const before = contentOf(dataDir)
      const ended = await run(['--data-dir', dataDir, 'status'])
      expectRefusal(ended)
      expect(ended.err).toMatch(says)
      // Both windows show what the engine throws; that its thread hands it on is tested with the thread.
      const [title, text] = cannotStart(refusalAt(dataDir))
      expect(title).toBe('Loopready cannot start')
      expect(text.replaceAll('\n\n', ' ')).toMatch(says)
      expect(contentOf(dataDir)).toEqual(before)
    },
  )

  it.each([
    ['that ends in the middle', 9000],
    ['that is empty', 0],
  ])('%s is told in the terminal once, and work goes on', async (_, bytes) => {
    const { dataDir, on, fine } = await started()
    await fine('log', '1h', 'coding')
    await fine('backup')
    truncateSync(databaseFile(dataDir), bytes)
    const { err } = await on('init', '--level', 'L6', '--start', '2026-09-01')
    expect(err).toMatch(
      /^loopready: The data file was damaged\. It was set aside in .*damaged.* Newest good backup: loopready-\S+\.\n/,
    )
    expect(await fine('sessions')).not.toContain('coding')
  })

  it('that is missing is told in the terminal once, where there is a backup', async () => {
    const { dataDir, on, fine } = await started()
    await fine('backup')
    rmSync(databaseFile(dataDir))
    const init = ['init', '--level', 'L6', '--start', '2026-09-01']
    expect((await on(...init)).err).toMatch(
      /^loopready: The data file is missing\. A new one is in use now\. Newest good backup: loopready-\S+\.\n$/,
    )
    expect((await on('status')).err).toBe('')
  })
})

const canMount = isRoot && process.platform === 'linux'
describe.skipIf(!canMount)('a full disk', () => {
  it('at the first start is told in both shells', async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dataDir])
    onTestFinished(() => void execFileSync('umount', ['--lazy', dataDir]))
    const ended = await run(['--data-dir', dataDir, 'status'])
    expectRefusal(ended, 'the disk is full', 'Free some space')
    expect(cannotStart(refusalAt(dataDir))[1]).toContain('the disk is full')
  })
})
