import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aProfile,
  asking,
  assetsDir,
  settableClock,
  temporaryFolder,
} from '../../tests/support/engine.ts'
import { hostileTexts } from '../../tests/support/hostile-texts.ts'
import { leaveCrashReport } from './crash-report.ts'
import { createEngine } from './engine.ts'
import { failureOf, framesOf } from './failure.ts'
import { logFileIn } from './log-file.ts'
import { databaseFile } from './store/file.ts'

const secret = 'the secret of /home/ada and “her story”'

describe('what a log keeps of a failure', () => {
  it('is its kind, its code and where it was thrown, and never its text', () => {
    const thrown = Object.assign(new RangeError(secret), { code: 'ENOSPC' })
    const kept = failureOf(thrown)
    expect(kept).toMatchObject({ error: 'RangeError', code: 'ENOSPC' })
    expect(kept.at?.[0]).toMatch(/electron\/engine\/failure\.test\.ts:\d+:\d+/)
    expect(JSON.stringify(kept)).not.toMatch(/secret|ada|story/)
  })

  it.each([
    ['a text', secret],
    ['an object', { secret }],
    ['nothing', undefined],
    ['a code that is a text', Object.assign(new Error(secret), { code: secret })],
    ['a text of many lines', new Error(`${secret}\n    at ${secret} (/home/ada/x.ts)\nmore`)],
    ['a stack that was replaced', Object.assign(new Error('x'), { stack: secret })],
    ['an error of a parser', errorOf(() => JSON.parse(`{"a": ${secret}`))],
  ])('is none of it where %s was thrown', (_, thrown) => {
    expect(JSON.stringify(failureOf(thrown))).not.toMatch(/secret|home|ada|story/)
  })

  it('names files from the app’s own folder on, on every system', () => {
    const thrown = new Error('x')
    thrown.stack = `Error: x
    at save (file:///home/ada/My%20Apps/loopready/electron/engine/dispatch.ts:12:5)
    at C:\\Users\\Ada\\loopready\\out\\main\\index.js:1:2
    at async Promise.all (index 0)
    at new Thing (/home/ada/other/thing.js:3:4)`
    expect(framesOf(thrown)).toEqual([
      'save (electron/engine/dispatch.ts:12:5)',
      'out/main/index.js:1:2',
      'new Thing (thing.js:3:4)',
    ])
  })
})

describe('the log', () => {
  it('holds nothing of what was written when a call fails inside', async () => {
    const dataDir = temporaryFolder()
    const lines: unknown[] = []
    const { clock } = settableClock('2026-10-01T10:00:00Z')
    const engine = createEngine({ dataDir, assetsDir, clock, log: (...line) => lines.push(line) })
    onTestFinished(() => engine.close())
    const { ask, refusal } = asking(engine)
    await ask('profile.save', { ...aProfile, name: 'Ada Secretname' })
    const other = new Sqlite(databaseFile(dataDir))
    other.exec(
      "CREATE TRIGGER broken BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'note: Secretname'); END",
    )
    other.close()
    await refusal('sessions.log', { category: 'coding', duration: '1h', note: 'Secretname' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject(['error', 'call failed', { call: 'sessions.log' }])
    expect(JSON.stringify(lines)).not.toContain('Secretname')
  })

  it('holds no hostile text, nor does a crash report or what is copied as diagnostics', async () => {
    const dataDir = temporaryFolder()
    const { clock } = settableClock('2026-10-01T10:00:00Z')
    const log = logFileIn(dataDir)
    const engine = createEngine({ dataDir, assetsDir, clock, log })
    onTestFinished(() => engine.close())
    const { ask } = asking(engine)
    await ask('profile.save', aProfile)
    mkdirSync(path.join(dataDir, 'playbooks'), { recursive: true })
    writeFileSync(path.join(dataDir, 'playbooks', 'hacked-name.yaml'), hostileTexts.join('\n'))
    const other = new Sqlite(databaseFile(dataDir))
    other.exec(
      "CREATE TRIGGER broken BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'evil.example'); END",
    )
    other.close()
    for (const text of hostileTexts) {
      // Some are taken, some are refused by their schema, some fail inside, some are no call at all.
      await engine.callUntrusted('stories.create', { content: { title: text } })
      await engine.callUntrusted('sessions.log', { category: 'coding', duration: '1h', note: text })
      await engine.callUntrusted('profile.save', { ...aProfile, level: text })
      await engine.callUntrusted(text, { [text]: text })
      await engine.callUntrusted('playbooks.save', { fileName: text, text })
      await engine.callUntrusted('transfer.receive', { name: text, bytes: Buffer.from(text) })
      const thrown = Object.assign(new Error(text), { code: text })
      thrown.stack = `Error: ${text}\n    at ${text} (/home/${text}:1:1)`
      leaveCrashReport(dataDir, 'main', thrown)
      const failure = { kind: text, screen: text, frames: [text] }
      const refused = await engine.callUntrusted('diagnostics.pageFailed', failure)
      expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
      log('error', 'host stopped', failureOf(thrown))
    }
    const { text } = await ask('diagnostics.check', {})
    const crashes = path.join(dataDir, 'crashes')
    const written = [
      text,
      readFileSync(path.join(dataDir, 'loopready.log'), 'utf8'),
      ...readdirSync(crashes).map((name) => readFileSync(path.join(crashes, name), 'utf8')),
    ].join('\n')
    expect(written).toContain('call failed')
    expect(written).toContain('Part: main')
    expect(written).not.toMatch(/hacked|evil|alert|script|onerror|javascript:/)
    for (const line of hostileTexts.join('\n').split('\n'))
      if (line) expect(written).not.toContain(line)
  })

  it('is given no text of an error anywhere in the app', () => {
    const folder = path.join(assetsDir, 'electron')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    )
    const given = files.filter((name) =>
      /\blog\(\s*'(?:info|warn|error)',[^)]*(?:String\(|thrown\.|error\.(?!message })|\.stack)/.test(
        readFileSync(path.join(folder, name), 'utf8'),
      ),
    )
    expect(given).toEqual([])
  })
})

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    return thrown
  }
}
