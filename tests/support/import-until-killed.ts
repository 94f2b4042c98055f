import { readFileSync } from 'node:fs'
import { createEngine } from '#engine/engine.ts'
import { systemClock } from '#engine/clock.ts'
import path from 'node:path'

/**
 * A program that imports a file into a data folder and says on standard output how far it is: what a test kills in
 * the middle. Arguments: the data folder, the file.
 */
const assetsDir = path.resolve(import.meta.dirname, '../..')
const [dataDir = '', file = ''] = process.argv.slice(2)
const engine = createEngine({ dataDir, assetsDir, clock: systemClock, log: () => {} })
const bytes = new Uint8Array(readFileSync(file))
const received = await engine.call('transfer.receive', { name: 'killed.csv', bytes })
if (!received.ok) throw new Error(received.error.message)
const seen = await engine.call('transfer.inspect', { file: received.value.file })
if (!seen.ok || seen.value.kind !== 'csv') throw new Error('not a table')
const result = await engine.call(
  'transfer.import',
  { file: received.value.file, mapping: seen.value.mapping },
  { onProgress: (done) => process.stdout.write(`${done}\n`) },
)
process.stdout.write(result.ok ? 'done\n' : `${result.error.message}\n`)
await engine.close()
