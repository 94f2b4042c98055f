import { serveTask } from '../jobs/serve.ts'
import { lock, unlock } from './age.ts'
import type { LockTask } from './run.ts'

await serveTask<LockTask, Uint8Array<ArrayBuffer>>(
  async ({ type, bytes, passphrase }) =>
    // Of memory that can be handed over.
    new Uint8Array(await (type === 'lock' ? lock(bytes, passphrase) : unlock(bytes, passphrase))),
  ({ buffer }) => [buffer],
)
