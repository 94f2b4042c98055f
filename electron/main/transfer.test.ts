import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../tests/support/engine.ts'
import { createFileSaver } from './save-file.ts'
import { createFileTransfer } from './transfer.ts'

/** The way of files on a real engine, with a person who chooses `chosen` and saves at `place`. */
function transferWith({ chosen = '', place = '' }: { chosen?: string; place?: string } = {}) {
  const { engine, ask, dataDir } = openEngine()
  const suggested: unknown[] = []
  const files = createFileSaver({
    askWhere: (...asked) => {
      suggested.push(asked)
      return Promise.resolve({ canceled: place === '', filePath: place })
    },
    askReplace: () => Promise.resolve(false),
    shell: { showItemInFolder: () => {}, openPath: () => Promise.resolve('') },
    documents: '/documents',
    dataDir,
  })
  const transfer = createFileTransfer({
    engine,
    files,
    askWhich: () =>
      Promise.resolve({ canceled: chosen === '', filePaths: chosen === '' ? [] : [chosen] }),
  })
  return { transfer, ask, suggested }
}

function aFile(content: string, name = 'times.csv'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('choosing a file', () => {
  it('hands it over to the engine under its name, without its folder', async () => {
    const chosen = aFile('date,minutes\n2026-08-01,90\n')
    const { transfer, ask } = transferWith({ chosen })
    const answer = await transfer.choose()
    expect(answer).toMatchObject({ ok: true, value: { name: 'times.csv', bytes: 27 } })
    expect(JSON.stringify(answer)).not.toContain(join(chosen, '..'))
    await ask('profile.save', aProfile)
    const file = answer.ok ? (answer.value?.file ?? '') : ''
    expect(await ask('transfer.inspect', { file })).toMatchObject({ kind: 'csv', rows: 1 })
  })

  it('can be left', async () => {
    expect(await transferWith().transfer.choose()).toEqual({ ok: true, value: null })
  })

  it('never reads a file that is too large', async () => {
    const chosen = aFile('')
    // It takes no room on the disk, but would in memory.
    truncateSync(chosen, 20 * 1024 ** 3)
    const before = performance.now()
    expect(await transferWith({ chosen }).transfer.choose()).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('20480 MiB, and 64 MiB at most') as string },
    })
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it.each([
    ['that is empty', () => aFile(''), 'The file is empty.'],
    ['that is a folder', () => join(aFile('a'), '..'), 'is not a file'],
    ['that is gone', () => join(temporaryFolder(), 'gone.csv'), '“gone.csv” is not there any more'],
  ])('says what is wrong with one %s, without a path', async (_, chosen, words) => {
    const path = chosen()
    const answer = await transferWith({ chosen: path }).transfer.choose()
    expect(answer).toMatchObject({ ok: false, error: { field: 'file' } })
    expect(JSON.stringify(answer)).toContain(words)
    expect(JSON.stringify(answer)).not.toContain(join(path, '..'))
  })

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const chosen = aFile('a')
    chmodSync(chosen, 0)
    expect(JSON.stringify(await transferWith({ chosen }).transfer.choose())).toContain('no right')
  })
})

describe('a file that the page hands over', () => {
  it('is refused where it is no file', async () => {
    const { transfer } = transferWith()
    for (const [name, bytes] of [
      ['a.csv', 'text'],
      ['a.csv', null],
      [7, new Uint8Array(1)],
      [null, undefined],
    ])
      expect(await transfer.receive(name, bytes)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
  })
})

describe('saving an export', () => {
  it('writes it where the person says, with its ending', async () => {
    const place = join(temporaryFolder(), 'mine')
    const { transfer, ask, suggested } = transferWith({ place })
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    expect(await transfer.save({ format: 'csv', bom: true }, {})).toMatchObject({
      ok: true,
      value: { fileName: 'mine.csv', sessions: 1, handle: expect.any(String) as string },
    })
    expect(readFileSync(`${place}.csv`).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(suggested).toMatchObject([
      [expect.stringMatching(/^\/documents\/loopready-sessions-.*\.csv$/), { extensions: ['csv'] }],
    ])
    expect(await transfer.save({ format: 'json' }, {})).toMatchObject({ ok: true })
    expect(JSON.parse(readFileSync(`${place}.json`, 'utf8'))).toMatchObject({ format: 'loopready' })
  })

  it('says what was wrong when it cannot be written', async () => {
    const place = join(temporaryFolder(), 'there.json')
    mkdirSync(place)
    const { transfer } = transferWith({ place })
    expect(await transfer.save({ format: 'json' }, {})).toMatchObject({
      ok: false,
      error: { code: 'storage', hint: expect.stringContaining('Your data is as it was') as string },
    })
  })

  it('takes no input that is not of the contract, and none that the person left', async () => {
    const { transfer, suggested } = transferWith()
    expect(await transfer.save({ format: 'csv', path: '/etc/passwd' }, {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
    expect(suggested).toEqual([])
    expect(await transfer.save({ format: 'csv' }, {})).toEqual({ ok: true, value: null })
  })
})
