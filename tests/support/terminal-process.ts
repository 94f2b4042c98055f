import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A command for the terminal; `now` is what its clock says, an instant, or null where real time passes. */
export type Asked = Readonly<{ args: readonly string[]; now: string | null }>
export type Ended = Readonly<{ status: 0 | 1; out: string; err: string }>

export type TerminalProcess = Readonly<{
  /** Runs one command after the other and gives back what it prints; rejects with what it complains about. */
  run: (asked: Asked) => Promise<string>
  stop: () => Promise<void>
}>

type Started = Readonly<{ child: ChildProcess; gone: Promise<never> }>

/** The terminal shell in a process of its own, apart from the host's and the test's. It starts at the first command. */
export function terminalProcess(
  options: Readonly<{ cwd: string; env: NodeJS.ProcessEnv }>,
): TerminalProcess {
  const program = fileURLToPath(new URL('terminal-child.ts', import.meta.url))
  let started: Started | undefined
  let before: Promise<unknown> = Promise.resolve()

  const start = (): Started => {
    const child = fork(program, { ...options, execArgv: [] })
    const gone = once(child, 'exit').then(([code]) => {
      throw new Error(`the terminal ended by itself, with ${String(code)}`)
    })
    // Told to whoever waits for an answer; nobody does when it is stopped.
    gone.catch(() => undefined)
    return { child, gone }
  }

  const ask = async (asked: Asked): Promise<string> => {
    const { child, gone } = (started ??= start())
    const answer = once(child, 'message')
    child.send(asked)
    const [ended] = (await Promise.race([answer, gone])) as [Ended]
    if (ended.status !== 0) throw new Error(`loopready ${asked.args.join(' ')}: ${ended.err}`)
    return ended.out
  }

  return {
    run: (asked) => {
      const answer = before.then(() => ask(asked))
      before = answer.catch(() => undefined)
      return answer
    },
    stop: async () => {
      started?.child.kill()
      await started?.gone.catch(() => undefined)
    },
  }
}
