import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startHost } from './server.ts'
import { ask, hostForTests, quiet, testFolder } from '../../tests/support/host.ts'

const test = hostForTests()

describe('the host', () => {
  it('listens on loopback only', async () => {
    // 127.0.0.1 is in its URL, and nothing else is: the operating system would name any wider address.
    expect(test.host.url).toBe(`http://127.0.0.1:${test.port}`)
    const other = createServer()
    const error = await new Promise((resolve) => {
      other.once('error', resolve)
      other.listen(test.port, '127.0.0.2', () => resolve(null))
    })
    other.close()
    if (process.platform === 'linux') expect(error).toBeNull()
  })

  it('says so when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = (other.address() as AddressInfo).port
    const empty = testFolder()
    const start = startHost({
      dataDir: empty.dataDir,
      pagesDir: empty.pagesDir,
      port: taken,
      engine: test.echo.engine,
      log: quiet,
    })
    await expect(start).rejects.toMatchObject({
      error: { code: 'conflict', message: `Port ${taken} is taken by another program.` },
    })
    other.close()
    empty.remove()
  })

  it('says so when the page was not built', async () => {
    const start = startHost({
      dataDir: test.folder.dataDir,
      pagesDir: join(test.folder.dir, 'nowhere'),
      port: 0,
      engine: test.echo.engine,
      log: quiet,
    })
    await expect(start).rejects.toMatchObject({ error: { hint: 'Run npm run build.' } })
  })

  it('logs no text of the person and no secret', async () => {
    const lines: string[] = []
    await test.restart({ log: (...line) => lines.push(JSON.stringify(line)) })
    await test.post('/call/profile.get', '{"note":"private"}')
    await test.post('/call/nothing', '{"note":"private"}')
    await ask(`${test.host.url}/private-path`, { headers: { cookie: test.cookie } })
    const text = lines.join('\n') + readFileSync(join(test.folder.dataDir, 'host.json'), 'utf8')
    expect(lines.length).toBeGreaterThan(0)
    expect(text).not.toContain('private')
    expect(text).not.toContain(test.cookie.split('=')[1])
  })

  it('keeps its file to this user', () => {
    if (process.platform === 'win32') return
    expect(statSync(join(test.folder.dataDir, 'host.json')).mode & 0o777).toBe(0o600)
    expect(statSync(test.folder.dataDir).mode & 0o777).toBe(0o700)
  })
})
