import { runCli } from '../../electron/cli/run-cli.ts'
import type { Asked, Ended } from './terminal-process.ts'

// The program of the terminal in a process that stays: each command opens the data folder and closes it again, as a
// start of its own would, and only reading and compiling the sources is done once.
process.on('message', (asked: Asked) => {
  void carryOut(asked).then((ended) => process.send?.(ended))
})

async function carryOut({ args, now }: Asked): Promise<Ended> {
  let out = ''
  let err = ''
  const status = await runCli(args, {
    env: { ...process.env, ...(now === null ? {} : { LOOPREADY_NOW: now }) },
    cwd: process.cwd(),
    out: (chunk) => (out += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()),
    err: (text) => (err += text),
    isScreen: false,
    askSecret: async () => null,
    paint: (_, text) => text,
  })
  return { status, out, err }
}
