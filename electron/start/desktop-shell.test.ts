import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { runDesktopShell } from './desktop-shell.ts'

/** A program in Electron's place. */
function electron(line: string): string {
  const path = join(temporaryFolder(), 'electron')
  writeFileSync(path, `#!/bin/sh\n${line}\n`)
  chmodSync(path, 0o755)
  return path
}

describe.skipIf(process.platform === 'win32')('the desktop app', () => {
  it('is started on the project and the data folder', async () => {
    const path = electron('[ "$1" = /root ] && [ "$2" = "--data-dir=/data a" ] && exit 0; exit 9')
    expect(await runDesktopShell(path, '/root', '/data a', process.env)).toEqual({
      hasStarted: true,
      status: 0,
    })
  })

  it('is never started as plain Node', async () => {
    const path = electron('[ -z "$ELECTRON_RUN_AS_NODE" ] && [ -n "$PATH" ] && exit 0; exit 9')
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    expect(await runDesktopShell(path, '/', '/', env)).toMatchObject({ hasStarted: true })
  })

  it.each([
    ['exit 127', 'it ended with status 127'],
    ['kill -TRAP $$', 'it ended with SIGTRAP'],
  ])('has not started when it ends at once (%s)', async (line, reason) => {
    expect(await runDesktopShell(electron(line), '/', '/', process.env)).toEqual({
      hasStarted: false,
      reason,
    })
  })

  it('has not started when its program cannot run', async () => {
    const path = join(temporaryFolder(), 'nothing')
    expect(await runDesktopShell(path, '/', '/', process.env)).toMatchObject({
      hasStarted: false,
      reason: expect.stringContaining('ENOENT'),
    })
  })

  it('is told when this process is to stop, and then ends in order', async () => {
    const end = runDesktopShell(electron('exec sleep 20'), '/', '/', process.env)
    process.emit('SIGTERM', 'SIGTERM')
    expect(await end).toEqual({ hasStarted: true, status: 0 })
    expect(process.listenerCount('SIGTERM')).toBe(0)
  })
})
