import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contract, type CallName } from '#contract/index.ts'
import { databaseFile } from '#engine/store/file.ts'
import { aProfile, openEngine } from '../support/engine.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { inputFor, placesIn, withAt } from './inputs-by-schema.ts'

/** How many inputs are tried; the nightly run asks for 10,000. */
const cases = Number(process.env['LOOPREADY_FUZZ_CASES'] ?? 1000)

const names = Object.keys(contract) as CallName[]
const sampled = new Map(names.map((name) => [name, inputFor(contract[name].input)]))

const something = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withBoxedValues: true,
  withSparseArray: true,
  maxDepth: 3,
})
const hostile = fc.oneof(
  something,
  fc.constantFrom<unknown>(
    ...hostileTexts,
    '',
    ' ',
    '\0',
    '\uD800',
    'x'.repeat(300_000),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    1e308,
    2 ** 53,
    '9999-12-31',
    '0000-00-00',
    '../../../etc/passwd',
    "'; DROP TABLE session; --",
    '%',
    null,
    undefined,
    [],
    {},
    JSON.parse('{"__proto__":{"polluted":true}}'),
  ),
)

/** A call with an input of which one place is not as it should be, or with any input. */
const call = fc.constantFrom(...names).chain((name) => {
  const valid = sampled.get(name)
  const broken = fc
    .tuple(fc.constantFrom(...placesIn(valid)), hostile)
    .map(([place, put]) => withAt(valid, place, put))
  const extra = hostile.map((put) => ({ ...(valid as object), unknown: put }))
  return fc.record({
    name: fc.constant(name),
    input: fc.oneof({ weight: 5, arbitrary: broken }, { weight: 1, arbitrary: extra }, something),
  })
})

async function engineWithData() {
  const opened = openEngine()
  const { ask, dataDir } = opened
  await ask('profile.save', aProfile)
  await ask('sessions.log', { category: 'coding', duration: '1h' })
  await ask('stories.create', { content: { title: 'A story' } })
  await ask('timer.start', { category: 'coding' })
  const second = new Sqlite(databaseFile(dataDir), { readonly: true })
  onTestFinished(() => void second.close())
  return {
    ...opened,
    /** Changes with every commit of the engine, whatever it wrote. */
    version: () => second.pragma('data_version', { simple: true }),
    /** Every row of every table, as a hash. */
    dump() {
      const hash = createHash('sha256')
      const tables = second
        .prepare<[], string>(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
        )
        .pluck()
        .all()
      for (const table of tables)
        hash.update(JSON.stringify(second.prepare(`SELECT * FROM "${table}"`).raw().all()))
      return hash.digest('hex')
    },
    files: () =>
      readdirSync(dataDir, { recursive: true })
        .map(String)
        .filter((name) => !/-(?:wal|shm)$/.test(path.basename(name)))
        .toSorted(),
  }
}

describe('a call whose input is not of its schema', () => {
  it(
    `answers with an error in words, and changes nothing (${cases} inputs)`,
    { timeout: 60_000 + cases * 60 },
    async () => {
      const { engine, version, dump, files } = await engineWithData()
      const before = { version: version(), dump: dump(), files: files() }
      const refused = async (name: CallName, input: unknown) => {
        const answer = await engine.callUntrusted(name, input)
        expect([name, answer]).toMatchObject([
          name,
          {
            ok: false,
            error: { code: 'invalid-input', message: expect.stringMatching(/\w\w/) as string },
          },
        ])
        expect(version()).toBe(before.version)
      }
      for (const name of names)
        for (const input of [null, [], 'x', 7, { unknown: 1 }]) await refused(name, input)
      await fc.assert(
        fc.asyncProperty(call, async ({ name, input }) => {
          fc.pre(!contract[name].input.safeParse(input).success)
          await refused(name, input)
        }),
        { numRuns: cases },
      )
      expect({ version: version(), dump: dump(), files: files() }).toEqual(before)
      expect({}).not.toHaveProperty('polluted')
    },
  )
})

describe('a call whose input is of its schema and makes no sense', () => {
  it('is carried out or refused in words, and never breaks', { timeout: 120_000 }, async () => {
    const { engine, dataDir } = await engineWithData()
    let carriedOut = 0
    await fc.assert(
      fc.asyncProperty(call, async ({ name, input }) => {
        const { kind, input: schema } = contract[name]
        // Jobs start threads and write files; their own tests try them.
        fc.pre(kind !== 'job' && schema.safeParse(input).success)
        const answer = await engine.callUntrusted(name, input)
        if (answer.ok) carriedOut += 1
        else {
          expect([name, answer.error.code]).not.toEqual([name, 'internal'])
          expect(answer.error.message).toMatch(/\w\w/)
        }
      }),
      { numRuns: Math.ceil(cases / 5), maxSkipsPerRun: 1000 },
    )
    expect(carriedOut).toBeGreaterThan(10)
    const file = new Sqlite(databaseFile(dataDir), { readonly: true })
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.pragma('foreign_key_check')).toEqual([])
    file.close()
  })
})

describe('the inputs that are tried', () => {
  it('are near enough to real ones: broken in one place only', () => {
    const valid = names.filter((name) => contract[name].input.safeParse(sampled.get(name)).success)
    expect(valid.length / names.length).toBeGreaterThan(0.8)
  })
})
