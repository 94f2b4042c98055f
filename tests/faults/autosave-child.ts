import { fileURLToPath } from 'node:url'
import { systemClock } from '#engine/clock.ts'
import { createEngine } from '#engine/engine.ts'

// A process that types into two parts of a story without end, for tests that kill it. Each save that was
// acknowledged is one line: its number.
const assetsDir = fileURLToPath(new URL('../..', import.meta.url))
const [, , dataDir = '', id = '', size = ''] = process.argv
const engine = createEngine({ dataDir, assetsDir, clock: systemClock, log: () => {} })
const padding = 'lorem ipsum '.repeat(Number(size) / 12)

let basedOn = 1
for (let n = 1; ; n += 1) {
  const part = n % 2 === 0 ? 'action' : 'result'
  const result = await engine.call('stories.save', {
    id,
    basedOn,
    editor: 'a',
    patch: { parts: { [part]: `${n} ${padding}` } },
  })
  if (!result.ok || result.value.outcome !== 'saved') throw new Error(JSON.stringify(result))
  basedOn = result.value.version
  process.stdout.write(`${n}\n`)
}
