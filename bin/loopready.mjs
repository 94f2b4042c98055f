#!/usr/bin/env node
// The `loopready` command. The app needs a Node that runs TypeScript (22.18 or later; better-sqlite3 crashes on 20), so
// where the Node that started this is older, the one that the project pins takes over.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const cli = new URL('../electron/cli/cli.ts', import.meta.url)

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(cli.href)
} else {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url))
  if (existsSync(pinned)) {
    const args = [fileURLToPath(cli), ...process.argv.slice(2)]
    const { status, signal } = spawnSync(pinned, args, { stdio: 'inherit' })
    if (signal) process.kill(process.pid, signal)
    process.exitCode = status ?? 1
  } else {
    console.error(
      `loopready: Node ${process.versions.node} is too old; it needs 22.18 or later. Run "npm ci" in the project, or update Node.`,
    )
    process.exitCode = 1
  }
}
