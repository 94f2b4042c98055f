import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../tests/support/engine.ts'
import { expectRefusal, root, run, started } from './terminal-under-test.ts'

const isWindows = process.platform === 'win32'
const folder = () => realpathSync(mkdtempSync(join(root, 'out-')))

/** Every verb that writes a file where it is told to. */
const verbs: readonly (readonly [string, readonly string[]])[] = [
  ['backup', []],
  ['export', ['--format', 'json']],
  ['report', ['--format', 'json']],
  ['playbook', ['export', 'L6']],
]

describe.each(verbs)('%s --out', (verb, more) => {
  it('never writes into the data folder, by whichever way and also with --force', async () => {
    const { dataDir, on, fine } = await started()
    await fine('backup')
    const here = folder()
    const ways = [
      join(dataDir, 'loopready.sqlite'),
      join(dataDir, 'new.file'),
      join(dataDir, 'backups', 'mine.sqlite'),
      join(dataDir, 'keys', 'mine'),
    ]
    if (!isWindows) {
      symlinkSync(dataDir, join(here, 'data'))
      symlinkSync(join(dataDir, 'loopready.sqlite'), join(here, 'link'))
      ways.push(join(here, 'data', 'loopready.sqlite'), join(here, 'data', 'new'))
      ways.push(join(here, 'link'))
    }
    const all = () => readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).toSorted()
    const before = all()
    for (const out of ways) {
      expectRefusal(await on(verb, ...more, '--out', out), 'keeps your data', 'elsewhere')
      expectRefusal(await on(verb, ...more, '--force', '--out', out), 'keeps your data')
    }
    expect(all()).toEqual(before)
    expect(readFileSync(join(dataDir, 'loopready.sqlite'), 'latin1')).toMatch(/^SQLite format 3/)
  })

  it('replaces another file only with --force', async () => {
    const { on, fine } = await started()
    const out = join(folder(), 'thesis.txt')
    writeFileSync(out, 'precious')
    expectRefusal(await on(verb, ...more, '--out', out), 'is there already', '--force')
    expect(readFileSync(out, 'utf8')).toBe('precious')
    await fine(verb, ...more, '--force', '--out', out)
    expect(readFileSync(out, 'latin1')).not.toBe('precious')
  })
})

it.skipIf(isWindows)(
  'a data file that is a link is not replaced where it really stands',
  async () => {
    const { dataDir, on } = await started()
    const here = folder()
    const real = join(here, 'real.sqlite')
    const file = join(dataDir, 'loopready.sqlite')
    writeFileSync(real, readFileSync(file))
    const linked = join(root, 'linked')
    mkdirSync(linked)
    symlinkSync(real, join(linked, 'loopready.sqlite'))
    expectRefusal(
      await run(['--data-dir', linked, 'backup', '--force', '--out', real]),
      'keeps your data',
    )
    expect((await on('status')).code).toBe(0)
  },
)

it('what an open window has acknowledged stays, whatever a copy is called', async () => {
  const { dataDir, on } = await started()
  const { ask, engine } = openEngine({ dataDir })
  await ask('sessions.log', { category: 'coding', duration: '30m' })
  expect(await on('backup', '--force', '--out', join(dataDir, 'loopready.sqlite'))).toMatchObject({
    code: 1,
  })
  for (let i = 0; i < 50; i += 1)
    await ask('sessions.log', { category: 'coding', duration: '30m', acceptOverlap: true })
  await engine.close()
  const again = openEngine({ dataDir })
  expect((await again.ask('sessions.outline', {})).sessions).toBe(51)
  await again.engine.close()
})

describe('in the folder that was chosen for backups', () => {
  it('no copy takes the name of a backup or of a key, and every other name will do', async () => {
    const { on, fine } = await started()
    const here = folder()
    await fine('backup', '--folder', here)
    const [made = ''] = readdirSync(here)
    for (const name of [
      made,
      'loopready-20990101T000000Z-daily.sqlite',
      'loopready-key-1a2b3c4d.age',
    ])
      expectRefusal(
        await on('export', '--format', 'json', '--force', '--out', join(here, name)),
        'backups',
        'another name',
      )
    await fine('export', '--format', 'json', '--out', join(here, 'mine.json'))
    expect(existsSync(join(here, 'mine.json'))).toBe(true)
  })

  it('an encrypted copy finds its key there already', async () => {
    const { dataDir, fine } = await started()
    const here = folder()
    const encrypted = ['--data-dir', dataDir, 'backup', '--encrypt']
    const secret = 'correct horse battery staple'
    expect(await run(encrypted, {}, [secret, secret])).toMatchObject({ code: 0 })
    await fine('backup', '--folder', here, '--out', join(here, 'mine.sqlite.age'))
    expect(readdirSync(here).filter((name) => name.includes('-key-'))).toHaveLength(1)
    await fine('backup', '--force', '--out', join(here, 'mine.sqlite.age'))
  })
})

it('a key file beside a copy is replaced only with --force, and left where it is the same', async () => {
  const { dataDir, fine, on } = await started()
  const here = folder()
  const secret = 'correct horse battery staple'
  await run(['--data-dir', dataDir, 'backup', '--encrypt'], {}, [secret, secret])
  await fine('backup', '--out', join(here, 'one.sqlite.age'))
  await fine('backup', '--out', join(here, 'two.sqlite.age'))
  const key = readdirSync(here).find((name) => name.startsWith('loopready-key-')) ?? ''
  writeFileSync(join(here, key), 'mine')
  const three = join(here, 'three.sqlite.age')
  expectRefusal(await on('backup', '--out', three), key, 'is there already')
  expect(existsSync(three)).toBe(false)
  expect(readFileSync(join(here, key), 'utf8')).toBe('mine')
  await fine('backup', '--force', '--out', three)
  expect(readFileSync(join(here, key), 'latin1')).toContain('age-encryption')
})

it('stories are not exported into the data folder', async () => {
  const { dataDir, on } = await started()
  expectRefusal(await on('story', 'export', dataDir), 'keeps your data')
  expectRefusal(await on('story', 'export', join(dataDir, 'new')), 'keeps your data')
  expect(existsSync(join(dataDir, 'new'))).toBe(false)
})
