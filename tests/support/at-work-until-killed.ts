import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** What a process said, line by line, and how long it was let, in ms. */
export type Worked = Readonly<{ said: readonly string[]; ms: number }>

/**
 * Lets a script begin its work in a process of its own, which says `ready` and waits for the word, and kills it so many
 * ms later, or when it has ended.
 */
export async function atWorkUntilKilled(
  script: string,
  args: readonly string[],
  ms = Number.POSITIVE_INFINITY,
): Promise<Worked> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const end = once(child, 'close')
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(child.stdout, 'data')
  const began = performance.now()
  child.stdin.write('go\n')
  await (Number.isFinite(ms) ? Promise.race([setTimeout(ms), end]) : end)
  const passed = performance.now() - began
  child.kill('SIGKILL')
  await end
  return { said: text.split('\n').slice(1).filter(Boolean), ms: passed }
}
