import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CallError } from '#contract/errors.ts'
import { leaveCrashReport } from '#engine/crash-report.ts'
import { errorOf, Refusal } from '#engine/refusal.ts'
import { hostStatus } from '../host/process-messages.ts'
import type { FromHostProcess, HostStart, ToHostProcess } from '../host/process-messages.ts'
import { createRestarts } from './restarts.ts'

const program = new URL('../host/process.ts', import.meta.url)

/** Ends a host that dies again and again, after the person was told. */
const gaveUp = 70

type Supervised = Readonly<{
  options: HostStart
  /** Called when it serves for the first time. */
  onReady: () => Promise<void>
  /** Settles with a status once somebody asks to stop. */
  asked: Promise<number>
  say: (line: string) => void
}>

/** How one life of the process ended. */
type End = Readonly<
  | { kind: 'ended' }
  | { kind: 'other' }
  | { kind: 'refused'; thrown: unknown }
  | { kind: 'died'; wasReady: boolean; port: number; code: number | null; signal: string | null }
>

/**
 * Runs the process with engine and server, and starts it again when it dies: on the same port, with the same secret,
 * so that the windows go on as soon as it answers. An end in order is an end, and so are too many deaths in a row.
 * Resolves with the exit status, or `other` when another process is the host of the data folder. Throws the `Refusal`
 * with which it could not start at all, and what `onReady` throws, once the process has ended.
 */
export async function keepHostRunning(supervised: Supervised): Promise<number | 'other'> {
  const { say, options, asked } = supervised
  const restartAfterMs = createRestarts(() => performance.now())
  let stopped: number | null = null
  void asked.then((status) => (stopped = status))
  let { port } = options
  for (let isFirst = true; ; isFirst = false) {
    const end = await liveOnce({ ...supervised, options: { ...options, port } }, isFirst)
    if (end.kind === 'refused' && isFirst) throw end.thrown
    if (stopped !== null || end.kind === 'ended') return stopped ?? 0
    if (end.kind === 'other') return 'other'
    if (end.kind === 'refused') {
      say(`Loopready could not go on. ${sentences(errorOf(end.thrown))}`)
      return 1
    }
    report(options.dataDir, end)
    if (isFirst && !end.wasReady)
      throw new Refusal({
        code: 'internal',
        message: `Loopready ended while it was starting (${end.signal ?? `status ${end.code}`}).`,
        hint: `What is known about it is in ${join(options.dataDir, 'crashes')}; your data is as it was.`,
      })
    port = end.port
    const restMs = restartAfterMs()
    if (restMs === null) {
      say(
        `Loopready has stopped unexpectedly again and again, so it is not started any more. What was saved is on disk. Reports without any of your texts are in ${join(options.dataDir, 'crashes')}; npm run loopready -- doctor checks the data.`,
      )
      return gaveUp
    }
    say(
      end.code === hostStatus.engineFailed
        ? 'The part of Loopready that reads and writes your data has stopped. It is started again; open windows go on by themselves.'
        : 'Loopready has stopped unexpectedly. It is started again; open windows go on by themselves.',
    )
    await Promise.race([pause(restMs), asked])
    if (stopped !== null) return stopped
  }
}

/** Starts the process and waits until it has ended, telling it to stop when somebody asks to. */
function liveOnce({ options, onReady, asked, say }: Supervised, isFirst: boolean): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    // Whatever ends this process, for instance a second Ctrl+C, ends that one too.
    const kill = () => void child.kill('SIGKILL')
    process.once('exit', kill)
    const send = (message: ToHostProcess) => {
      if (child.connected) child.send(message, () => {})
    }
    let { port } = options
    let wasReady = false
    let end: End | null = null
    child.on('message', (message: FromHostProcess) => {
      if (message.type === 'ready') {
        port = message.port
        wasReady = true
        if (isFirst) {
          onReady().catch((thrown: unknown) => {
            end = { kind: 'refused', thrown }
            send({ type: 'stop' })
          })
        } else say('Loopready runs again.')
      } else if (message.type === 'other') end = { kind: 'other' }
      else end = { kind: 'refused', thrown: new Refusal(message.error) }
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('exit', kill)
      if (end !== null) resolve(end)
      else resolve(code === 0 ? { kind: 'ended' } : { kind: 'died', wasReady, port, code, signal })
    })
    send({ type: 'start', options })
    void asked.then(() => send({ type: 'stop' }))
  })
}

/** Reports a death that the process could not report itself: it was killed, ran out of memory, or broke below Node. */
function report(dataDir: string, { code, signal }: Extract<End, { kind: 'died' }>): void {
  if (code === hostStatus.failed || code === hostStatus.engineFailed) return
  const died = Object.assign(new Error('died'), { code: signal ?? `STATUS_${code}`, stack: '' })
  leaveCrashReport(dataDir, 'host', died)
}

function sentences({ message, hint }: CallError): string {
  return hint === undefined ? message : `${message} ${hint}`
}
