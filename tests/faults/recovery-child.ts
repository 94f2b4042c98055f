import { once } from 'node:events'
import { openWhole } from '#engine/recovery/recover.ts'

// A process that opens a data folder with a damaged file at the word, for tests that kill it.
const [, , dataDir = ''] = process.argv
process.stdout.write('ready\n')
await once(process.stdin, 'data')
openWhole(dataDir, Date.parse('2026-10-01T10:00:00Z')).close()
process.stdout.write('done\n')
process.stdin.destroy()
