import { leaveCrashReport } from '#engine/crash-report.ts'
import { failureOf } from '#engine/failure.ts'
import { logFileIn } from '#engine/log-file.ts'
import { errorOf } from '#engine/refusal.ts'
import { engineOnThread } from '#engine/thread/client.ts'
import { hostStatus } from './process-messages.ts'
import type { FromHostProcess, HostStart, ToHostProcess } from './process-messages.ts'
import { startHost } from './server.ts'

/**
 * The process of the browser shell that holds the engine and the server. `electron/start` starts it, and again when it
 * has died; it ends in order when told to, on a signal, and when who started it is gone.
 */
const stop = Promise.withResolvers<void>()
const send = (message: FromHostProcess) => process.send?.(message)

process.on('message', (message: ToHostProcess) => {
  if (message.type === 'stop') stop.resolve()
  else void run(message.options)
})
process.on('disconnect', stop.resolve)
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop.resolve)

async function run(options: HostStart): Promise<void> {
  const { dataDir, assetsDir } = options
  const log = logFileIn(dataDir)
  process.on('uncaughtException', (thrown) => {
    log('error', 'host stopped', failureOf(thrown))
    leaveCrashReport(dataDir, 'main', thrown)
    process.exit(hostStatus.failed)
  })
  try {
    const engine = await engineOnThread({
      dataDir,
      assetsDir,
      log,
      onCrash: (thrown) => {
        log('error', 'engine stopped', failureOf(thrown))
        leaveCrashReport(dataDir, 'engine', thrown)
        // The rest is of no use without it, and starting anew is what `electron/start` can do.
        process.exit(hostStatus.engineFailed)
      },
    })
    const host = await startHost({ ...options, engine, log }).catch(async (error: unknown) => {
      await engine.close()
      throw error
    })
    if (host.ours) {
      send({ type: 'ready', port: Number(new URL(host.url).port) })
      await stop.promise
      await host.close()
    } else send({ type: 'other' })
    await engine.close()
  } catch (thrown) {
    send({ type: 'refused', error: errorOf(thrown) })
    process.exitCode = 1
  }
  // Lets go of what was begun while stopping; messages that were sent before go out first.
  if (process.connected) process.disconnect()
}
