import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TransferMapping, TransferQuestion } from '#contract/transfer.ts'
import { adoptBackup } from '#engine/backups/adopt.ts'
import { previewRestore, restoreFrom, withCopy } from '#engine/backups/restore.ts'
import { instantOf } from '#engine/local-time.ts'
import { errorOf } from '#engine/refusal.ts'
import { databaseFile } from '#engine/store/file.ts'
import { encrypting, passphrase } from '../support/encrypting.ts'
import { aProfile, assetsDir, openEngine, temporaryFolder } from '../support/engine.ts'
import { transfersIn } from '../support/transfer.ts'
import { mutatedFile } from './mutated-bytes.ts'

/** How many files are tried: 200, or as many as the nightly run asks for. */
const asked = process.env['LOOPREADY_FUZZ_CASES']
const cases = asked === undefined ? 200 : Number(asked)
const minutes = 60_000
const patience = 2 * minutes + cases * 250

const folder = path.join(assetsDir, 'tests/fixtures/exports')

const fixtures = () =>
  new Map(
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  )

/** A folder with a profile, a session and a story, and its data file as it was then. */
async function someData() {
  const { ask, engine, dataDir } = openEngine({ now })
  await ask('profile.save', aProfile)
  await ask('sessions.log', { category: 'coding', duration: '1h', note: 'Here before' })
  await ask('stories.create', aStory)
  await engine.close()
  const pristine = path.join(temporaryFolder(), 'pristine.sqlite')
  copyFileSync(databaseFile(dataDir), pristine)
  return { dataDir, pristine }
}
const aStory = { content: { title: 'Here before', parts: { action: 'I did.' } } }
const now = '2026-11-24T10:00:00Z'
const work = { checkCancel() {}, progress() {} }

/** All that is in the data, without what counts how often it was opened. */
function contentOf(dataDir: string) {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.pragma('foreign_key_check')).toEqual([])
    const tables = file
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
      )
      .pluck()
      .all()
    return new Map(
      tables.map((table) => [
        table,
        JSON.stringify(file.prepare(`SELECT * FROM "${table}"`).raw().all()),
      ]),
    )
  } finally {
    file.close()
  }
}

function sessionsIn(dataDir: string): number {
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  try {
    return Number(
      file.prepare('SELECT count(*) FROM session WHERE deleted_at IS NULL').pluck().get(),
    )
  } finally {
    file.close()
  }
}

/** Runs what may be refused; what is thrown has to be an error in words that somebody meant. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (thrown) {
    const error = errorOf(thrown)
    expect([error.code, error.code === 'internal' ? thrown : null]).toEqual([
      expect.not.stringMatching('internal'),
      null,
    ])
    expect(error.message).toMatch(/\w\w/)
    return null
  }
}

/** An answer to everything that a file does not say. */
function answered(
  mapping: TransferMapping,
  questions: readonly TransferQuestion[],
): TransferMapping {
  return questions.reduce((answers, question) => {
    switch (question.kind) {
      case 'date-order':
        return { ...answers, dateOrder: question.orders[0]?.order ?? null }
      case 'duration-unit':
        return { ...answers, durationUnit: 'minutes' }
      case 'category':
        return {
          ...answers,
          categories: [...answers.categories, { value: question.value, category: 'coding' }],
        }
      case 'column':
        return answers
    }
  }, mapping)
}

describe('a file that was damaged or made to do harm', () => {
  it(
    `is imported whole or not at all, and says why (${cases} files)`,
    { timeout: patience },
    async () => {
      const { dataDir, pristine } = await someData()
      const transfers = transfersIn(dataDir, { now })
      const outcomes = { imported: 0, refused: 0 }
      await fc.assert(
        fc.asyncProperty(mutatedFile(fixtures()), async ({ content }) => {
          copyFileSync(pristine, databaseFile(dataDir))
          const before = contentOf(dataDir)
          const done = await refusedOr(async () => {
            const seen = await transfers.inspect(content)
            if (seen.kind !== 'csv') return transfers.import(content)
            const first = await transfers.preview(content, { mapping: seen.mapping })
            const mapping = answered(seen.mapping, first.questions)
            const { questions } = await transfers.preview(content, { mapping })
            return transfers.import(content, { mapping: answered(mapping, questions) })
          })
          if (done === null) {
            outcomes.refused += 1
            expect(contentOf(dataDir)).toEqual(before)
          } else {
            outcomes.imported += 1
            contentOf(dataDir)
            expect(sessionsIn(dataDir)).toBe(1 + done.value.sessions)
          }
        }),
        { numRuns: cases },
      )
      // Both happen, or the files are too broken or too whole to show anything.
      expect(Math.min(outcomes.imported, outcomes.refused)).toBeGreaterThan(cases / 20)
    },
  )

  it(
    `with stories is imported whole or refused, and breaks nothing (${cases} files)`,
    { timeout: patience },
    async () => {
      // Without a profile: a backup before each of so many imports would say nothing of the files.
      const { ask, engine, dataDir } = openEngine({ now })
      await ask('stories.create', aStory)
      let imported = 0
      const exported = await ask('stories.exportMarkdown', {})
      const files = new Map(
        exported.map(({ fileName, text }) => [fileName, Buffer.from(text)] as const),
      )
      await fc.assert(
        fc.asyncProperty(mutatedFile(files), async ({ name, content }) => {
          const files = [{ name, text: content.toString('utf8') }]
          const answer = await engine.call('stories.importMarkdown', { files, existing: 'replace' })
          if (answer.ok) {
            if (answer.change === undefined) return
            imported += 1
            await ask('history.undo', { change: answer.change })
          } else {
            expect(answer.error.code).not.toBe('internal')
            expect(answer.error.message).toMatch(/\w\w/)
          }
        }),
        { numRuns: cases },
      )
      // Or the files are too broken to show anything.
      expect(imported).toBeGreaterThan(cases / 20)
      expect((await ask('stories.list', {})).map(({ title }) => title)).toEqual(['Here before'])
      contentOf(dataDir)
    },
  )

  it('that says it is a backup is restored whole or refused', { timeout: patience }, async () => {
    const { dataDir, pristine } = await someData()
    const before = contentOf(dataDir)
    const outcomes = { restored: 0, refused: 0 }
    const files = new Map([['pristine.sqlite', readFileSync(pristine)]])
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'loopready-'))
    await fc.assert(
      fc.asyncProperty(mutatedFile(files), async ({ name, content }) => {
        const file = path.join(elsewhere, name)
        writeFileSync(file, content)
        const done = await refusedOr(async () => {
          const { id } = await adoptBackup(dataDir, { file }, work)
          const adopted = path.join(dataDir, 'backups', id)
          try {
            const step = {
              label: 'Restore',
              now: instantOf(Date.parse(now)),
              changes: ['sessions'],
            } as const
            return await withCopy(dataDir, adopted, {}, work, (copy) => {
              previewRestore(dataDir, copy)
              return restoreFrom(dataDir, copy, step, work, async () => {})
            })
          } finally {
            rmSync(adopted, { force: true })
          }
        })
        if (done === null) {
          outcomes.refused += 1
          expect(contentOf(dataDir)).toEqual(before)
        } else {
          outcomes.restored += 1
          contentOf(dataDir)
          for (const ending of ['-wal', '-shm'])
            rmSync(`${databaseFile(dataDir)}${ending}`, { force: true })
          copyFileSync(pristine, databaseFile(dataDir))
        }
      }),
      { numRuns: Math.ceil(cases / 4) },
    )
    rmSync(elsewhere, { recursive: true })
    expect(outcomes.refused).toBeGreaterThan(0)
  })

  it(
    'that is an encrypted backup or its key opens as it was written, or is refused',
    { timeout: patience },
    async () => {
      const { ask, folder, keyName } = await encrypting()
      const { id } = await ask('backups.make', {})
      const whole = new Map(
        [id, keyName].map((name) => [name, readFileSync(path.join(folder, name))] as const),
      )
      const { dataDir } = await someData()
      const before = contentOf(dataDir)
      const stick = temporaryFolder()
      const opens = async (files: ReadonlyMap<string, Buffer>) => {
        for (const [name, content] of files) writeFileSync(path.join(stick, name), content)
        const differences = await refusedOr(async () =>
          withCopy(dataDir, path.join(stick, id), { passphrase }, work, (copy) =>
            previewRestore(dataDir, copy),
          ),
        )
        return differences !== null
      }
      expect(await opens(whole)).toBe(true)
      await fc.assert(
        fc.asyncProperty(mutatedFile(whole), async ({ name, content }) => {
          const isAsItWas = whole.get(name)?.equals(content)
          expect(await opens(new Map([...whole, [name, content]]))).toBe(isAsItWas)
        }),
        { numRuns: Math.ceil(cases / 4) },
      )
      // Nothing open is left of those that broke off half way.
      expect(readdirSync(path.join(dataDir, 'viewing'))).toEqual([])
      expect(contentOf(dataDir)).toEqual(before)
    },
  )
})
