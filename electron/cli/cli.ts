import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { styleText } from 'node:util'

// Half of the start is reading and compiling the sources. The cache stands with the code that it was made from, and
// not in a folder for everybody's temporary files, where somebody else could put code into it.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/loopready'))
const [{ runCli }, { askSecret }, { reasonNotWritten }] = await Promise.all([
  import('./run-cli.ts'),
  import('./ask-secret.ts'),
  import('./not-written.ts'),
])

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') return
  process.exitCode = 1
  process.stderr.write(`loopready: The output could not be written: ${reasonNotWritten(error)}.\n`)
})
process.stderr.on('error', () => undefined)

const status = await runCli(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  out: (chunk) => void process.stdout.write(chunk),
  err: (text) => void process.stderr.write(text),
  isScreen: process.stdout.isTTY,
  askSecret: (question) => askSecret(question, process.stdin, process.stderr),
  // styleText itself looks at NO_COLOR and whether the stream is a terminal.
  paint: (format, text) => styleText(format, text, { stream: process.stdout }),
})
// The process is left to end by itself: process.exit would cut what a pipe has not taken yet.
if (status !== 0) process.exitCode = status
