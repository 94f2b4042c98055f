import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallName, InputOf } from '#contract/index.ts'
import type { Engine } from '#engine/api.ts'
import { systemClock } from '#engine/clock.ts'
import { createEngine } from '#engine/engine.ts'
import { errorOf } from '#engine/refusal.ts'
import { lineAbout } from '../../electron/cli/complaint.ts'
import { saveFile } from '../../electron/cli/out-file.ts'
import { writeErrorOf } from '../../electron/main/write-error.ts'
import { writeAtomically } from '#engine/write-atomically.ts'

// A process of which the system takes no files over a size, and hears so as an error of every write: the fault that
// needs neither root nor a disk of its own. It tries all that writes, without the limit again, and prints what came.
const assetsDir = fileURLToPath(new URL('../..', import.meta.url))
const [, , root = ''] = process.argv
const dataDir = path.join(root, 'data')
const limit = (bytes: string) =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`])

function open(folder: string): Engine | ReturnType<typeof errorOf> {
  try {
    return createEngine({ dataDir: folder, assetsDir, clock: systemClock, log: () => {} })
  } catch (thrown) {
    return errorOf(thrown)
  }
}

function opened(folder: string): Engine {
  const engine = open(folder)
  if ('code' in engine) throw new Error(JSON.stringify(engine))
  return engine
}

async function tried(work: () => Promise<unknown>, words: (thrown: unknown) => unknown) {
  try {
    await work()
    return null
  } catch (thrown) {
    return words(thrown)
  }
}

const aNote = { category: 'coding', duration: '1m', note: 'x'.repeat(2000), acceptOverlap: true }

// The write-ahead log of the first start is large already; the next one begins a new one.
const first = opened(dataDir)
await first.call('profile.save', {
  name: 'Ada',
  level: 'L6',
  startDate: '2026-01-01',
  interviewDate: null,
  weeklyHours: 15,
})
await first.close()
const engine = opened(dataDir)
const call = async <N extends CallName>(name: N, input: InputOf<N>) => {
  const answer = await engine.call(name, input)
  return answer.ok ? null : answer.error
}
const count = async () => {
  const answer = await engine.call('sessions.outline', {})
  return answer.ok ? answer.value.sessions : answer.error
}
const file = path.join(root, 'export.json')
const bytes = Buffer.alloc(300_000, 1)
const exported = {
  window: () =>
    tried(
      () => writeAtomically(file, bytes),
      (thrown) => writeErrorOf(thrown, file, 'It is kept.').message,
    ),
  terminal: () => tried(() => saveFile(file, 'export.json', bytes), lineAbout),
}

limit('200000')
let logged = 0
let write = await call('sessions.log', aNote)
while (write === null && logged < 500) {
  logged += 1
  write = await call('sessions.log', aNote)
}
const limited = {
  logged,
  write,
  seen: await count(),
  backup: await call('backups.make', {}),
  window: await exported.window(),
  terminal: await exported.terminal(),
  exportIsThere: existsSync(file),
  fresh: (() => {
    const answer = open(path.join(root, 'fresh'))
    return 'code' in answer ? answer : null
  })(),
  left: readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:tmp|partial)$/.test(name)),
}

limit('unlimited')
const free = {
  write: await call('sessions.log', aNote),
  seen: await count(),
  backup: await call('backups.make', {}),
  window: await exported.window(),
  terminal: await exported.terminal(),
}
await engine.close()
const fresh = opened(path.join(root, 'fresh'))
const recovery = await fresh.call('backups.state', {})
await fresh.close()
const again = opened(dataDir)
const outline = await again.call('sessions.outline', {})
await again.close()
process.stdout.write(JSON.stringify({ limited, free, outline, recovery }))
