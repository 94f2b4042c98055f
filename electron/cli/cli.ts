import { readFileSync } from 'node:fs'
import { readCommand } from './command-line.ts'
import { lineAbout } from './complaint.ts'
import { helpOnAll, helpOnVerb } from './help.ts'
import { openTerminal } from './terminal.ts'
import { verbs } from './verbs.ts'

/** Carries out what the arguments ask for and closes the data file, whatever happens. */
async function main(args: readonly string[]): Promise<void> {
  const command = readCommand(args, verbs)
  const { terminal, close } = openTerminal(
    command.kind === 'run' ? command.dataDir : undefined,
    process.env,
  )
  try {
    if (command.kind === 'version') terminal.print(version())
    else if (command.kind === 'help')
      terminal.print(command.verb ? helpOnVerb(command.verb) : helpOnAll(verbs))
    else await command.verb.run(terminal, command.given, command.operands)
  } finally {
    await close()
  }
}

function version(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}

/** The status is set and the process left to end by itself: process.exit would cut what a pipe has not taken yet. */
function fail(thrown: unknown): void {
  process.exitCode = 1
  process.stderr.write(`loopready: ${lineAbout(thrown)}\n`)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') return
  process.exitCode = 1
  process.stderr.write(`loopready: The output could not be written (${error.code}).\n`)
})
process.stderr.on('error', () => undefined)

try {
  await main(process.argv.slice(2))
} catch (thrown) {
  fail(thrown)
}
