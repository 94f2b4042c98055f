import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

/** Below the ports that systems give out by themselves, above those with a meaning. */
const first = 20_000
const many = 10_000

/**
 * The port on which a data folder is served unless another is asked for: always the same, so that the page keeps its
 * origin, and with it what the browser keeps for it: texts that could not be saved before Loopready was stopped, and
 * the settings of the window. 0, which is any, while another program has it.
 */
export async function usualPort(dataDir: string): Promise<number> {
  const port =
    first + (createHash('sha256').update(resolve(dataDir)).digest().readUInt32BE(0) % many)
  return (await isFree(port)) ? port : 0
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.close(() => answer(true))
    })
  })
}
