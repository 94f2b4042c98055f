import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { assetsDir, openEngine, temporaryFolder } from '../../tests/support/engine.ts'
import { ask, testFolder } from '../../tests/support/host.ts'

const ended: (() => void)[] = []
afterEach(() => ended.splice(0).forEach((end) => end()))

const shellUrl = new URL('./browser-shell.ts', import.meta.url).href

/** The browser shell as a process of its own, with the real engine and a page of one file. */
function startShell({
  dataDir = temporaryFolder(),
  port = 0,
  env = {},
  under = '',
  unsayable = '-',
} = {}) {
  const folder = testFolder()
  const options = { dataDir, assetsDir, pagesDir: folder.pagesDir, port, open: false }
  // A file, and not an argument: the engine's thread is started with the arguments of its process.
  const program = join(folder.dir, 'program.mjs')
  writeFileSync(
    program,
    `import { runBrowserShell } from ${JSON.stringify(shellUrl)}
     const say = (line) => {
       if (line.startsWith(${JSON.stringify(unsayable)})) throw new Error('nobody listens')
       process.stdout.write(line + '\\n')
     }
     const display = { isThere: false, why: '' }
     const options = { ...${JSON.stringify(options)}, display, build: async () => {}, say }
     try { process.exitCode = await runBrowserShell(options) }
     catch (error) { say('refused: ' + error.message); process.exitCode = 1 }`,
  )
  const [command, ...args] = under
    ? [under, '-c', `"${process.execPath}" "${program}"; true`]
    : [process.execPath, program]
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)))
  const exit = new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? String(code))),
  )
  ended.push(() => {
    child.kill('SIGKILL')
    folder.remove()
  })
  return {
    child,
    exit,
    dataDir,
    output: () => output,
    /** Waits for the printed address; fails with all that was printed when the process ends without one. */
    address: async () => {
      const pattern = /^Loopready is at (http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43})$/m
      let hasEnded = false
      void exit.then(() => (hasEnded = true))
      await vi.waitUntil(() => hasEnded || pattern.test(output), { timeout: 20_000 })
      const address = pattern.exec(output)?.[1]
      if (address === undefined) throw new Error(`no address in: ${output}`)
      return address
    },
  }
}

/** Opens an address, and gives back how to call the engine behind it. */
async function openAt(address: string) {
  const { origin } = new URL(address)
  const { headers } = await ask(address)
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const call = async (name: string, input: unknown) => {
    const answer = await ask(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return JSON.parse(answer.text) as { ok: boolean; value?: unknown }
  }
  return { call, cookie, origin }
}

function hostIn(dataDir: string) {
  const text = readFileSync(join(dataDir, 'host.json'), 'utf8')
  return JSON.parse(text) as Readonly<{ pid: number; port: number }>
}

const profile = {
  name: 'Ada',
  level: 'L6',
  startDate: '2026-09-01',
  interviewDate: null,
  weeklyHours: 15,
}

describe('the browser shell', () => {
  it('serves the real engine, and keeps what was saved when it is started again', async () => {
    const first = startShell({ env: { LOOPREADY_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' } })
    const page = await openAt(await first.address())
    expect((await ask(page.origin, { headers: { cookie: page.cookie } })).status).toBe(200)
    expect(await page.call('profile.save', profile)).toMatchObject({ ok: true })
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe('0')

    const second = startShell({
      dataDir: first.dataDir,
      env: { LOOPREADY_NOW: '2026-11-25T09:00:00Z' },
    })
    const again = await openAt(await second.address())
    expect(await again.call('profile.get', {})).toMatchObject({
      ok: true,
      value: { profile: { name: 'Ada' }, today: '2026-11-25' },
    })
  })

  it('tells a page what another program wrote on the same data', async () => {
    const shell = startShell()
    const { origin, cookie } = await openAt(await shell.address())
    const stream = await fetch(`${origin}/events`, { headers: { cookie } })
    const { ask: askEngine } = openEngine({ dataDir: shell.dataDir })
    await askEngine('profile.save', profile)
    let text = ''
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (text.includes('event: change')) break
    }
    expect(text).toMatch(/event: change\ndata: \[.*"profile"/)
  })

  it('builds a real report', async () => {
    const shell = startShell({ env: { LOOPREADY_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' } })
    const { call, origin, cookie } = await openAt(await shell.address())
    await call('profile.save', profile)
    const headers = {
      cookie,
      origin,
      'content-type': 'application/json',
      'x-job': randomUUID(),
    }
    const report = await ask(`${origin}/report`, { method: 'POST', headers, body: '{}' })
    expect(report.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="loopready-L6-2026-11-24.pdf"',
    })
    expect(Number(report.headers['x-report-pages'])).toBeGreaterThan(0)
    expect(report.text.startsWith('%PDF-')).toBe(true)
  })

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops in order on %s, also while a page listens',
    async (signal) => {
      const shell = startShell()
      const { origin, cookie } = await openAt(await shell.address())
      const stream = await fetch(`${origin}/events`, { headers: { cookie } })
      shell.child.kill(signal)
      expect(await shell.exit).toBe('0')
      expect(existsSync(join(shell.dataDir, 'host.json'))).toBe(false)
      expect(existsSync(join(shell.dataDir, 'loopready.sqlite-wal'))).toBe(false)
      expect(await stream.text()).toContain('id: 0')
    },
  )

  it.skipIf(process.platform === 'win32')(
    'stops when the npm that started it is killed',
    async () => {
      const dataDir = temporaryFolder()
      const shell = startShell({ dataDir, env: { npm_lifecycle_event: 'start' }, under: 'sh' })
      await shell.address()
      // Ends only the shell in between, as npm does.
      shell.child.kill('SIGKILL')
      await expect
        .poll(() => existsSync(join(dataDir, 'host.json')), { timeout: 5_000 })
        .toBe(false)
    },
  )

  it('is found by a second start, which prints a fresh address and ends', async () => {
    const first = startShell()
    const address = await first.address()
    const second = startShell({ dataDir: first.dataDir })
    const fresh = await second.address()
    expect(await second.exit).toBe('0')
    expect(second.output()).toContain('Loopready is running already')
    expect(new URL(fresh).origin).toBe(new URL(address).origin)
    expect(fresh).not.toBe(address)
    expect((await ask(fresh)).status).toBe(303)
    expect((await ask(address)).status).toBe(303)
  })

  it('takes over from one that was killed', async () => {
    const first = startShell()
    await first.address()
    const left = hostIn(first.dataDir)
    first.child.kill('SIGKILL')
    process.kill(left.pid, 'SIGKILL')
    await first.exit
    expect(existsSync(join(first.dataDir, 'host.json'))).toBe(true)
    const second = startShell({ dataDir: first.dataDir })
    await openAt(await second.address())
    expect(hostIn(first.dataDir).pid).not.toBe(left.pid)
  })

  it.skipIf(process.platform === 'win32')(
    'ends its host in order when it is itself killed',
    async () => {
      const shell = startShell()
      await shell.address()
      shell.child.kill('SIGKILL')
      await expect
        .poll(() => existsSync(join(shell.dataDir, 'host.json')), { timeout: 10_000 })
        .toBe(false)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'starts a host that died again, at the same place and for the same browser, but not for ever',
    { timeout: 60_000 },
    async () => {
      // The engine's thread ends on a signal, as if it had run out of memory.
      const ending = "process.on('worker', (w) => process.on('SIGUSR2', () => w.terminate()))"
      const shell = startShell({
        env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ending)}` },
      })
      const { call } = await openAt(await shell.address())
      await call('profile.save', profile)
      const deaths = ['SIGKILL', 'SIGUSR2', 'SIGKILL'] as const
      for (const [index, signal] of deaths.entries()) {
        const { pid, port } = hostIn(shell.dataDir)
        process.kill(pid, signal)
        await expect
          .poll(() => shell.output().split('Loopready runs again.').length, { timeout: 20_000 })
          .toBe(index + 2)
        expect(hostIn(shell.dataDir)).toMatchObject({ port })
        expect(hostIn(shell.dataDir).pid).not.toBe(pid)
        expect(await call('profile.get', {})).toMatchObject({ value: { profile: { name: 'Ada' } } })
      }
      expect(shell.output()).toContain(
        'The part of Loopready that reads and writes your data has stopped. It is started again',
      )
      process.kill(hostIn(shell.dataDir).pid, 'SIGKILL')
      expect(await shell.exit).toBe('70')
      expect(shell.output()).toContain('again and again, so it is not started any more')
      const reports = readdirSync(join(shell.dataDir, 'crashes'))
      expect(reports.filter((name) => name.endsWith('-engine.txt'))).toHaveLength(1)
      const [killed = ''] = reports.filter((name) => name.endsWith('-host.txt'))
      expect(readFileSync(join(shell.dataDir, 'crashes', killed), 'utf8')).toMatch(
        /^Part: host\nKind: Error\nCode: SIGKILL$/m,
      )
    },
  )

  it('is one when two are started at the same instant', async () => {
    const dataDir = temporaryFolder()
    const shells = [startShell({ dataDir }), startShell({ dataDir })]
    const addresses = await Promise.all(shells.map((shell) => shell.address()))
    expect(new Set(addresses.map((address) => new URL(address).origin)).size).toBe(1)
    for (const address of addresses) expect((await ask(address)).status).toBe(303)
    const exits = await Promise.all(
      shells.map((shell) =>
        Promise.race([shell.exit, new Promise((resolve) => setTimeout(resolve, 500, 'runs'))]),
      ),
    )
    expect(exits.filter((exit) => exit === '0')).toHaveLength(1)
    expect(exits.filter((exit) => exit === 'runs')).toHaveLength(1)
  })

  it('ends its host in order when the address cannot be told', async () => {
    const shell = startShell({ unsayable: 'Loopready is at' })
    expect(await shell.exit).toBe('1')
    expect(shell.output()).toContain('refused: nobody listens')
    expect(existsSync(join(shell.dataDir, 'host.json'))).toBe(false)
  })

  it('says so when its port is taken, and ends with status 1', async () => {
    const first = startShell()
    const port = Number(new URL(await first.address()).port)
    const second = startShell({ port })
    expect(await second.exit).toBe('1')
    expect(second.output()).toContain(`refused: Port ${port} is taken by another program.`)
  })
})
