import { once } from 'node:events'
import { openDatabase } from '#engine/store/open.ts'

// A process that opens a data folder of an old schema at the word, for tests that kill it.
const [, , dataDir = ''] = process.argv
process.stdout.write('ready\n')
await once(process.stdin, 'data')
openDatabase(dataDir).close()
process.stdout.write('done\n')
process.stdin.destroy()
