import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type Chromium = Readonly<{ executablePath: string; env: Record<string, string> }>

/** Names of browsers that may be installed, in the order of preference. */
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The Chromium that the end-to-end tests drive: on 64-bit Linux the one that comes inside an npm package, so that
 * every machine tests the same and none needs a download; elsewhere an installed Chrome or Edge.
 * `LOOPREADY_TEST_CHROMIUM` names another.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['LOOPREADY_TEST_CHROMIUM']
  if (named) return { executablePath: named, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return packaged()
  const found = installed.find((file) => existsSync(file))
  if (found) return { executablePath: found, env: {} }
  throw new Error(
    'The end-to-end tests need Chrome, Chromium or Edge here. Install one, or name it in LOOPREADY_TEST_CHROMIUM.',
  )
}

/** A bare machine has neither NSS nor fonts: the package brings both for the cloud it was made for. */
async function packaged(): Promise<Chromium> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const fonts: Chromium['env'] = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') }
  if (!lacksLibraries(executablePath, {})) return { executablePath, env: fonts }
  const bin = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')))
  await inflate(path.join(bin, 'al2023.tar.br'))
  const env = { ...fonts, LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023', 'lib') }
  if (lacksLibraries(executablePath, env))
    throw new Error(`Chromium at ${executablePath} misses libraries: run ldd on it.`)
  return { executablePath, env }
}

function lacksLibraries(file: string, env: Record<string, string>): boolean {
  return execFileSync('ldd', [file], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  }).includes('not found')
}
