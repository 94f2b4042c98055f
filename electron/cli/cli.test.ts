import { execFile, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Ended, newFolder, root, run, settings, started } from './terminal-under-test.ts'

// Started as a person starts it: what holds for the process and not for the verbs, each of which has its own test.
const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

function environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { LOOPREADY_DATA_DIR: _, INIT_CWD: __, FORCE_COLOR: ___, ...env } = process.env
  return { ...env, ...settings, ...extra }
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}, entry = cli): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...args],
      { env: environment(env), cwd: root },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

describe('the process', () => {
  it('says and returns what the verb does', async () => {
    const { dataDir } = await started()
    const folder = ['--data-dir', dataDir]
    expect(await start(['status', ...folder])).toEqual(await run(['status', ...folder]))
    expect(await start(['log', '1h', ...folder])).toEqual(await run(['log', '1h', ...folder]))
  })

  it('starts by its launcher too', async () => {
    const launcher = fileURLToPath(new URL('../../bin/loopready.mjs', import.meta.url))
    expect(await start(['--version'], {}, launcher)).toEqual(await run(['--version']))
  })

  it('colours its output for a terminal, and not where NO_COLOR is set', async () => {
    const args = ['categories', '--data-dir', newFolder()]
    expect((await start(args, { FORCE_COLOR: '1', NO_COLOR: undefined })).out).toContain(
      '\u001B[1m',
    )
    expect((await start(args, { NO_COLOR: '1' })).out).not.toContain('\u001B')
  })
})

describe('many at the same time', () => {
  it('lose nothing: twenty that log', async () => {
    const { dataDir, sessions } = await started()
    const all = Array.from({ length: 20 }, (_, index) => index)
    const args = ['log', '10m', 'coding', '--date', '2026-11-01', '--data-dir', dataDir]
    const ended = await Promise.all(all.map((index) => start([...args, '--note', `n${index}`])))
    expect(ended.map(({ code, out }) => [code, out.slice(0, 6)])).toEqual(
      all.map(() => [0, 'Logged']),
    )
    const notes = (await sessions()).map(({ note }) => note)
    expect(new Set(notes)).toEqual(new Set(all.map((index) => `n${index}`)))
    expect(notes).toHaveLength(20)
  })

  it('make one whole data file: six that find none', async () => {
    const dataDir = newFolder()
    const args = ['init', '--level', 'L6', '--data-dir', dataDir]
    const ended = await Promise.all(Array.from({ length: 6 }, () => start(args)))
    expect(ended.map(({ code, err }) => [code, err])).toEqual(ended.map(() => [0, '']))
  })
})

describe('a reader of the output', () => {
  const long = 'y'.repeat(19_900)

  it('gets all of a long answer through a pipe', async () => {
    const { dataDir, fine } = await started()
    for (const date of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'])
      await fine('log', '1h', 'coding', '--date', date, '--note', long)
    const args = ['sessions', '--json', '--data-dir', dataDir]
    const { out } = await start(args)
    expect(out.length).toBeGreaterThan(90_000)
    expect(out).toBe((await run(args)).out)
  })

  it('may stop early', async () => {
    const { dataDir, fine } = await started()
    await fine('log', '1h', 'coding', '--note', long)
    const args = [cli, 'sessions', '--json', '--data-dir', dataDir]
    const child = spawn(process.execPath, args, { env: environment() })
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', (part) => (err += String(part)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it.skipIf(process.platform !== 'linux')('is told when the disk is full', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [cli, 'help'], { stdio: ['ignore', full, 'pipe'] })
    closeSync(full)
    let err = ''
    child.stderr?.on('data', (part) => (err += String(part)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({
      code: 1,
      err: 'loopready: The output could not be written: the disk is full; free some space.\n',
    })
  })
})
