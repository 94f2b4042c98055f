import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, refuse } from '#engine/refusal.ts'

/** What the build is made of. */
const sources = [
  'src',
  'electron/main',
  'electron/preload',
  'electron/engine',
  'electron.vite.config.ts',
  'package.json',
]
/** One file of each part of the build; the oldest tells its age. */
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Whether `out/` holds a build, and one that is not older than the sources. */
export function isBuilt(root: string): boolean {
  const built = outputs.map((path) => modifiedMs(join(root, path)))
  return Math.min(...built) >= Math.max(...sources.map((path) => newestMs(join(root, path))), 1)
}

/** Whether what differs is only that the sources changed since: there is a build, of before. */
function hasOlderBuild(root: string): boolean {
  return outputs.every((path) => existsSync(join(root, path))) && !isBuilt(root)
}

/**
 * Builds what is missing or out of date. Of two starts at the same time one builds and the other waits for it: both
 * would empty the folder that the other is filling. Throws a `Refusal` when the build fails, after showing what it
 * said.
 */
export async function buildWhereNeeded(root: string, say: (line: string) => void): Promise<void> {
  if (isBuilt(root)) return
  const release = await takeTurn(root)
  try {
    if (isBuilt(root)) return
    say(
      `Building Loopready first, because ${hasOlderBuild(root) ? 'its sources changed' : 'it is not built yet'}.`,
    )
    await runBuild(root)
  } finally {
    release()
  }
}

async function runBuild(root: string): Promise<void> {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(tool))
    refuse({ code: 'not-found', message: 'The build tool is not installed.', hint: 'Run npm ci.' })
  const child = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => (output += text))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  process.stderr.write(output)
  refuse({
    code: 'internal',
    message: 'The build failed; its messages are above.',
    hint: 'Run npm ci if packages are missing, then npm start again.',
  })
}

/** Waits until no other process builds. Gives back the function that ends this one's turn. */
async function takeTurn(root: string): Promise<() => void> {
  const folder = join(root, 'node_modules', '.cache', 'loopready')
  const path = join(folder, 'building')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => unlinkSync(path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    if (isLeftBehind(path)) unlinkQuietly(path)
    else await pause(200)
  }
}

function isLeftBehind(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    // Between making the file and writing into it, it is empty.
    if (pid === 0) return Date.now() - modifiedMs(path) > 5_000
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Another start was faster.
  }
}

/** When the newest file at or below a path was changed, without tests; 0 where there is none. */
function newestMs(path: string): number {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return modifiedMs(path)
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .reduce((newest, entry) => Math.max(newest, modifiedMs(join(entry.parentPath, entry.name))), 0)
}

/** When a file was changed; 0 when it is not there. */
function modifiedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
