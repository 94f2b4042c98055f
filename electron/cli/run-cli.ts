import { readFileSync } from 'node:fs'
import { readCommand } from './command-line.ts'
import { lineAbout } from './complaint.ts'
import { helpOnAll, helpOnVerb } from './help.ts'
import { openTerminal, type Surroundings } from './terminal.ts'
import { verbs } from './verbs.ts'

/** Carries out what the arguments ask for. Resolves with the exit status: 0, or 1 after one line on standard error. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<0 | 1> {
  try {
    await carryOut(args, surroundings)
    return 0
  } catch (thrown) {
    surroundings.err(`loopready: ${lineAbout(thrown)}\n`)
    return 1
  }
}

async function carryOut(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = readCommand(args, verbs)
  const dataDir = command.kind === 'run' ? command.dataDir : undefined
  const { terminal, close } = openTerminal(dataDir, surroundings)
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
