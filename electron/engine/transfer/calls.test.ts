import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { transferCalls, type TransferMapping } from '#contract/transfer.ts'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'

const mapping: TransferMapping = {
  columns: ['date', 'time', 'duration', 'category', 'note'],
  dateOrder: null,
  durationUnit: 'minutes',
  timeZone: null,
  categories: [],
}

/** A table with so many rows, each a session of its own. */
function tableOf(rows: number): Uint8Array {
  const lines = ['Date,Start,Minutes,Category,Note']
  for (let row = 0; row < rows; row += 1) {
    const start = new Date(Date.UTC(2000, 0, 1) + row * 7_200_000).toISOString()
    lines.push(`${start.slice(0, 10)},${start.slice(11, 16)},45,coding,Row ${row} of the table`)
  }
  return new TextEncoder().encode(lines.join('\n'))
}

async function opened(dataDir = temporaryFolder()) {
  const setup = openEngine({ dataDir })
  await setup.ask('profile.save', aProfile)
  const receive = async (bytes: Uint8Array) =>
    (await setup.ask('transfer.receive', { name: 'C:\\exports\\table.csv', bytes })).file
  const count = async () => (await setup.ask('sessions.outline', {})).sessions
  const incoming = () => {
    const folder = path.join(dataDir, 'incoming')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  return { ...setup, receive, count, incoming }
}

describe('a received file', () => {
  it('is kept for this user only, under no name of its own, until it is imported', async () => {
    const { ask, receive, incoming, dataDir } = await opened()
    const file = await receive(tableOf(2))
    expect(incoming()).toEqual([file])
    if (process.platform !== 'win32') {
      expect(statSync(path.join(dataDir, 'incoming')).mode & 0o777).toBe(0o700)
      expect(statSync(path.join(dataDir, 'incoming', file)).mode & 0o777).toBe(0o600)
    }
    expect(await ask('transfer.inspect', { file })).toMatchObject({ name: 'table.csv', rows: 2 })
    await ask('transfer.import', { file, mapping })
    expect(incoming()).toEqual([])
  })

  it('is dropped on request, and when the engine closes', async () => {
    const { ask, refusal, receive, incoming, engine } = await opened()
    const file = await receive(tableOf(1))
    await ask('transfer.discard', { file })
    expect(incoming()).toEqual([])
    expect((await refusal('transfer.inspect', { file })).code).toBe('not-found')
    await receive(tableOf(1))
    await engine.close()
    expect(incoming()).toEqual([])
  })

  it('left over from an engine that did not close is swept away after a day', async () => {
    const { dataDir, engine } = await opened()
    await engine.close()
    const folder = path.join(dataDir, 'incoming')
    mkdirSync(folder, { recursive: true })
    for (const [name, hours] of [
      ['old', 25],
      ['young', 1],
    ] as const) {
      const at = Date.now() / 1000 - hours * 3600
      writeFileSync(path.join(folder, name), 'rest')
      utimesSync(path.join(folder, name), at, at)
    }
    openEngine({ dataDir })
    await expect.poll(() => readdirSync(folder)).toEqual(['young'])
  })

  it('is refused when it is empty, or over 64 MiB before a byte of it is looked at', async () => {
    const { refusal, incoming } = await opened()
    const receive = (bytes: Uint8Array) => refusal('transfer.receive', { name: 'x', bytes })
    expect((await receive(new Uint8Array())).message).toBe('The file is empty.')
    const started = performance.now()
    expect(await receive(new Uint8Array(200 * 1024 * 1024))).toMatchObject({
      code: 'invalid-input',
      message: 'The file is too large: 200 MiB, and 64 MiB at most can be imported.',
    })
    expect(performance.now() - started).toBeLessThan(2000)
    expect(incoming()).toEqual([])
  })

  it('cannot be named by anything but what receiving it gave', async () => {
    const { engine } = await opened()
    for (const file of ['../loopready.sqlite', '', null, '00000000-0000-4000-8000-000000000000'])
      expect((await engine.callUntrusted('transfer.inspect', { file })).ok).toBe(false)
  })
})

describe('another page of a preview', () => {
  /** Asks for a stretch of the rows of a file, which by then is another one or none. */
  async function previewed(bytes: Uint8Array, csv: boolean) {
    const setup = await opened()
    const file = await setup.receive(bytes)
    const look = (offset: number, more: object = {}) =>
      setup.ask('transfer.preview', {
        file,
        offset,
        limit: 2,
        ...(csv ? { mapping } : {}),
        ...more,
      })
    const first = await look(0)
    rmSync(path.join(setup.dataDir, 'incoming', file))
    return { ...setup, file, first, look }
  }

  it('comes without reading the file again, of a table', async () => {
    const { ask, first, look, incoming, file } = await previewed(tableOf(5), true)
    const places = ({ rows }: typeof first) => rows.map(({ place }) => place)
    expect([places(first), first.total]).toEqual([['line 2', 'line 3'], 5])
    const second = await look(2)
    expect([places(second), places(await look(4))]).toEqual([['line 4', 'line 5'], ['line 6']])
    expect(second.rows[0]).toEqual({
      status: 'new',
      place: 'line 4',
      reason: null,
      session: {
        date: '2000-01-01',
        time: '04:00',
        durationS: 2700,
        category: 'coding',
        note: 'Row 2 of the table',
      },
    })
    expect({ ...second, rows: [] }).toEqual({ ...first, rows: [] })
    expect(await look(0, { show: 'rejected' })).toMatchObject({ total: 0, rows: [] })
    await ask('transfer.discard', { file })
    expect(incoming()).toEqual([])
  })

  it('comes without reading the file again, of an export', async () => {
    const { ask } = await opened()
    await ask('sessions.log', { category: 'coding', duration: '1h', note: 'Trees' })
    const { bytes } = await ask('transfer.export', { format: 'json' })
    const { first, look } = await previewed(bytes, false)
    const whole = await look(0, { limit: 500 })
    expect(whole.rows).toHaveLength(first.total)
    expect(whole.rows.slice(0, 2)).toEqual(first.rows)
    const { rows, total } = await look(0, { show: 'new', limit: 500 })
    expect([rows.length, total]).toEqual([first.counts.new, first.counts.new])
    expect(rows.find(({ place }) => place === 'sessions[0]')?.session?.note).toBe('Trees')
  })

  it.each<[what: string, more: object, change: boolean]>([
    ['is read by another mapping', { mapping: { ...mapping, durationUnit: 'hours' } }, false],
    ['may be here by now', {}, true],
  ])('is not taken from before where what it shows %s', async (_, more, change) => {
    const { engine, ask, file } = await previewed(tableOf(5), true)
    if (change) await ask('sessions.log', { category: 'coding', duration: '1h' })
    const answer = await engine.call('transfer.preview', { file, mapping, offset: 2, ...more })
    // The file is gone, so that reading it again is seen.
    expect(answer.ok).toBe(false)
  })
})

describe('an import on its thread', () => {
  it('tells its progress, its change and what is to be read again', async () => {
    const { engine, ask, receive, count } = await opened()
    const nouns: string[][] = []
    engine.onChange((changed) => nouns.push([...changed]))
    const file = await receive(tableOf(3000))
    const progress: number[] = []
    const result = await engine.call(
      'transfer.import',
      { file, mapping },
      { onProgress: (done) => progress.push(done) },
    )
    expect(result).toMatchObject({ ok: true, change: 2, value: { sessions: 3000 } })
    expect(progress.length).toBeGreaterThan(5)
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(progress.at(-1)).toBe(1)
    const { changes } = transferCalls['transfer.import']
    await expect.poll(() => nouns).toEqual([['backups'], changes.toSorted()])
    await ask('history.undo', { change: 2 })
    expect(await count()).toBe(0)
  })

  it('cancelled at any point has written nothing, and can be started again', async () => {
    const { engine, receive, count, ask } = await opened()
    const file = await receive(tableOf(3000))
    for (const until of [0, 0.2, 0.5, 0.92]) {
      const controller = new AbortController()
      if (until === 0) controller.abort()
      const result = await engine.call(
        'transfer.import',
        { file, mapping },
        {
          signal: controller.signal,
          onProgress: (done) => {
            if (done >= until) controller.abort()
          },
        },
      )
      expect(result).toMatchObject({ ok: false, error: { code: 'canceled' } })
      expect(await count()).toBe(0)
    }
    expect(await ask('history.peek', {})).toMatchObject({ undo: { label: 'Change profile' } })
    expect((await ask('transfer.import', { file, mapping })).sessions).toBe(3000)
  })

  it('is given up when the engine closes', async () => {
    const { engine, receive, dataDir } = await opened()
    const file = await receive(tableOf(20_000))
    const result = engine.call('transfer.import', { file, mapping })
    await engine.close()
    expect(await result).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(await (await opened(dataDir)).count()).toBe(0)
  })

  it('leaves the engine free: reads answer, and writes wait without blocking it', async () => {
    const { engine, ask, receive, count } = await opened()
    const file = await receive(tableOf(20_000))
    const state = { isDone: false }
    let longest = 0
    let reads = 0
    const importing = engine
      .call('transfer.import', { file, mapping })
      .finally(() => (state.isDone = true))
    const writes: Promise<unknown>[] = []
    while (!state.isDone) {
      const started = performance.now()
      const found = await count()
      longest = Math.max(longest, performance.now() - started)
      expect([0, 20_000]).toContain(found)
      reads += 1
      if (reads % 20 === 0) writes.push(ask('profile.save', { ...aProfile, name: `Ada ${reads}` }))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await importing).toMatchObject({ ok: true, value: { sessions: 20_000 } })
    await Promise.all(writes)
    expect(reads).toBeGreaterThan(20)
    // A busy machine may pause this thread; a lock that is waited for would cost seconds.
    expect(longest).toBeLessThan(1000)
  })

  it('killed in the middle leaves everything or nothing', async () => {
    const dataDir = temporaryFolder()
    const first = await opened(dataDir)
    await first.engine.close()
    const table = path.join(temporaryFolder(), 'table.csv')
    const rows = 6000
    writeFileSync(table, tableOf(rows))
    const program = fileURLToPath(
      new URL('../../../tests/support/import-until-killed.ts', import.meta.url),
    )
    for (const until of [0.5, 0.92, 0.97]) {
      const child = spawn(process.execPath, [program, dataDir, table], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const reached = text.split('\n').map(Number)
        if (reached.some((done) => done >= until)) child.kill('SIGKILL')
      })
      await once(child, 'close')
      const { engine, count, ask } = await opened(dataDir)
      const found = await count()
      expect([0, rows]).toContain(found)
      if (found === rows) await ask('history.undo', {})
      await engine.close()
    }
  }, 120_000)
})

describe('an export on its thread', () => {
  it('gives a name and bytes, as JSON and as CSV', async () => {
    const { ask, receive } = await opened()
    await ask('transfer.import', { file: await receive(tableOf(10)), mapping })
    const json = await ask('transfer.export', { format: 'json' })
    const csv = await ask('transfer.export', { format: 'csv', bom: true })
    expect([json.fileName, json.sessions]).toEqual(['loopready-2026-10-01.json', 10])
    expect([csv.fileName, csv.sessions]).toEqual(['loopready-sessions-2026-10-01.csv', 10])
    expect(json.bytes).toBeInstanceOf(Uint8Array)
    expect(new TextDecoder().decode(csv.bytes).split('\r\n').length).toBe(12)
  })
})
