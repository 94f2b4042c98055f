import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { askAgain } from './again.ts'
import type { HostLimits } from './limits.ts'
import { findRunning } from './running.ts'
import type { HostFile } from './running.ts'
import { startHost } from './server.ts'
import { randomSecret } from './session.ts'
import {
  ask,
  echoEngine,
  hostForTests,
  quiet,
  startOurs,
  testFolder,
} from '../../tests/support/host.ts'

const test = hostForTests()
const others: Server[] = []
afterEach(() => {
  for (const server of others.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const filePath = () => join(test.folder.dataDir, 'host.json')
const readFile = () => JSON.parse(readFileSync(filePath(), 'utf8')) as HostFile

/** Another program on a port of this machine. */
async function otherProgram(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  others.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function start(port = 0, limits: Partial<HostLimits> = {}) {
  const { dataDir, pagesDir } = test.folder
  return startHost({ dataDir, pagesDir, port, limits, engine: echoEngine().engine, log: quiet })
}

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('a second start', () => {
  it('finds the first and gets a fresh address that lets one browser in', async () => {
    const address = await findRunning(test.folder.dataDir)
    expect(address).toMatch(new RegExp(`^${test.host.url}/open/[\\w-]{43}$`))
    const { status, headers } = await ask(String(address))
    expect(status).toBe(303)
    expect(headers['set-cookie']?.[0]).toContain(test.cookie)
    expect((await ask(String(address))).status).toBe(403)
  })

  it('does not become a second host', async () => {
    const second = await start()
    expect(second.ours).toBe(false)
    expect(readFile().port).toBe(test.port)
  })

  it('finds the first when it asks for the same port', async () => {
    const second = await start(test.port)
    expect(second).toMatchObject({ ours: false, address: expect.stringContaining(test.host.url) })
  })

  it('on another data folder is a host of its own, beside the first in one browser', async () => {
    const folder = testFolder()
    const { dataDir, pagesDir } = folder
    const other = await startOurs({ dataDir, pagesDir, engine: echoEngine().engine })
    const opened = await ask(other.openUrl(), { headers: { cookie: test.cookie } })
    const both = `${test.cookie}; ${String(opened.headers['set-cookie']).split(';')[0]}`
    expect((await ask(test.host.url, { headers: { cookie: both } })).status).toBe(200)
    expect((await ask(other.url, { headers: { cookie: both } })).status).toBe(200)
    await other.close()
    folder.remove()
  })
})

describe('starts at the same instant', () => {
  it.each([0, 1])('end with one host (with a file left behind: %i)', async (isLeftBehind) => {
    await test.host.close()
    if (isLeftBehind) writeFileSync(filePath(), leftBehind({ pid: deadPid() }))
    const starts = await Promise.all(Array.from({ length: 8 }, () => start()))
    const hosts = starts.flatMap((one) => (one.ours ? [one] : []))
    expect(hosts).toHaveLength(1)
    expect(hosts[0]?.url).toBe(`http://127.0.0.1:${readFile().port}`)
    for (const one of starts) {
      if (!one.ours) expect((await ask(one.address)).status).toBe(303)
    }
    expect(readdirSync(test.folder.dataDir)).toEqual(['host.json'])
    await hosts[0]?.close()
  })

  it('on the same port end with one host', async () => {
    await test.host.close()
    const starts = await Promise.all(Array.from({ length: 4 }, () => start(test.port)))
    const hosts = starts.flatMap((one) => (one.ours ? [one] : []))
    expect(hosts).toHaveLength(1)
    await hosts[0]?.close()
  })
})

describe('a file that was left behind', () => {
  it.each([
    ['of a process that is gone', () => leftBehind({ pid: deadPid() })],
    ['of a process that is another program by now', () => leftBehind({ pid: process.ppid })],
    ['that is empty', () => ''],
    ['that is cut', () => '{"pid":1,"po'],
    ['of another form', () => '{"pid":"1"}'],
    ['that names impossible numbers', () => leftBehind({ pid: -1, port: 70_000 })],
  ])('%s is replaced', async (_, text) => {
    await test.host.close()
    writeFileSync(filePath(), text())
    expect(await findRunning(test.folder.dataDir)).toBeNull()
    const host = await start()
    expect(host.ours).toBe(true)
    expect(readFile().pid).toBe(process.pid)
    if (host.ours) await host.close()
    expect(existsSync(filePath())).toBe(false)
  })

  it('whose port is silent is replaced after a moment', async () => {
    await test.host.close()
    const port = await otherProgram(() => {})
    writeFileSync(filePath(), leftBehind({ pid: process.ppid, port }))
    const host = await start(0, { answerMs: 100 })
    expect(host.ours).toBe(true)
    if (host.ours) await host.close()
  })

  it('does not stay locked by a start that died while replacing it', async () => {
    await test.host.close()
    writeFileSync(filePath(), '')
    const mark = `${filePath()}.takeover`
    writeFileSync(mark, '')
    utimesSync(mark, 1, 1)
    const host = await start()
    expect(host.ours).toBe(true)
    if (host.ours) await host.close()
    expect(existsSync(mark)).toBe(false)
  })
})

describe('another program on the port of a file', () => {
  it('does not learn the secret', async () => {
    const secret = randomSecret()
    let seen = ''
    const port = await otherProgram((req, res) => {
      seen += JSON.stringify(req.headers) + req.url
      req.on('data', (chunk) => (seen += String(chunk)))
      req.on('end', () => res.end('{}'))
    })
    expect(await askAgain(port, secret, 2000)).toBeNull()
    expect(seen).toContain('nonce')
    expect(seen).not.toContain(secret)
  })

  it.each([
    ['a token without proof', JSON.stringify({ token: randomSecret(), proof: randomSecret() })],
    ['an address of its own', JSON.stringify({ token: '../../evil', proof: randomSecret() })],
    ['no JSON', 'hello'],
    ['no end', 'x'.repeat(100_000)],
  ])('does not choose what is opened by answering with %s', async (_, text) => {
    const port = await otherProgram((req, res) => {
      req.resume()
      res.end(text)
    })
    expect(await askAgain(port, randomSecret(), 2000)).toBeNull()
  })

  it('does not get through by sending a question of ours to the real host', async () => {
    let question = ''
    const port = await otherProgram((req, res) => {
      req.on('data', (chunk) => (question += String(chunk)))
      req.on('end', () => res.end('{}'))
    })
    await askAgain(port, randomSecret(), 2000)
    const answer = await ask(`${test.host.url}/again`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: question,
    })
    expect(answer.status).toBe(403)
  })
})

describe('asking the running host', () => {
  it.each([
    '{}',
    'null',
    '[]',
    '{"nonce":1,"proof":2}',
    JSON.stringify({ nonce: 'a', proof: 'b' }),
  ])('without the secret is refused (%s)', async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await ask(`${test.host.url}/again`, { method: 'POST', headers, body })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('token')
  })

  it('is closed to pages, which name their origin', async () => {
    const headers = { 'content-type': 'application/json', origin: test.host.url }
    const url = `${test.host.url}/again`
    expect((await ask(url, { method: 'POST', headers, body: '{}' })).status).toBe(403)
    expect((await ask(url)).status).toBe(403)
  })
})

describe('a stop', () => {
  it('takes the file away', async () => {
    await test.host.close()
    expect(readdirSync(test.folder.dataDir)).toEqual([])
    expect(await findRunning(test.folder.dataDir)).toBeNull()
  })

  it('leaves the file of the host that has taken over', async () => {
    const file = leftBehind({ pid: process.pid })
    writeFileSync(filePath(), file)
    await test.host.close()
    expect(readFileSync(filePath(), 'utf8')).toBe(file)
  })

  it('lets a call that runs end', async () => {
    let finish: (value: unknown) => void = () => {}
    test.echo.answerWith(() => new Promise((resolve) => (finish = resolve)))
    const call = test.post('/call/profile.get', '{}')
    await expect.poll(() => test.echo.asked.length).toBe(1)
    const closed = test.host.close()
    finish({ done: true })
    expect(JSON.parse((await call).text)).toEqual({ ok: true, value: { done: true } })
    await closed
    await expect(ask(test.host.url)).rejects.toThrow()
  })

  it('does not wait for ever for a call that does not end', async () => {
    await test.restart({ limits: { stopMs: 50 } })
    test.echo.answerWith(() => new Promise(() => {}))
    const call = test.post('/call/profile.get', '{}')
    const outcome = call.then(
      () => 'answered',
      () => 'cut off',
    )
    await expect.poll(() => test.echo.asked.length).toBe(1)
    await test.host.close()
    expect(await outcome).toBe('cut off')
  })
})

it('works in a data folder that is made at the first start', async () => {
  const folder = testFolder()
  mkdirSync(join(folder.dir, 'there'))
  const dataDir = join(folder.dir, 'there', 'not', 'yet')
  expect(await findRunning(dataDir)).toBeNull()
  const host = await startOurs({ dataDir, pagesDir: folder.pagesDir, engine: echoEngine().engine })
  expect(existsSync(join(dataDir, 'host.json'))).toBe(true)
  await host.close()
  folder.remove()
})

function leftBehind(changes: Partial<HostFile>): string {
  return JSON.stringify({ pid: 1, port: 1, secret: randomSecret(), ...changes })
}
