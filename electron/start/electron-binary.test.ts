import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { fetchElectron, findElectron, reasonOf } from './electron-binary.ts'

/** An electron package as npm leaves it, with an installer of our own. */
function electronPackage(installer: string): string {
  const dir = temporaryFolder()
  writeFileSync(join(dir, 'package.json'), '{"version":"45.4.1"}')
  writeFileSync(
    join(dir, 'install.js'),
    `const fs = require('fs'), path = require('path')\n${installer}`,
  )
  return dir
}

function addBinary(dir: string, version = '45.4.1'): string {
  mkdirSync(join(dir, 'dist'))
  writeFileSync(join(dir, 'dist', 'version'), version)
  writeFileSync(join(dir, 'dist', 'electron'), '')
  writeFileSync(join(dir, 'path.txt'), 'electron')
  return join(dir, 'dist', 'electron')
}

const succeed = `
  fs.mkdirSync(path.join(__dirname, 'dist'))
  fs.writeFileSync(path.join(__dirname, 'dist', 'version'), '45.4.1')
  fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '')
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
`
const quick = { stallMs: 300, totalMs: 10_000 }

describe('findElectron', () => {
  it('finds the binary of the package', () => {
    const dir = electronPackage('')
    expect(findElectron(dir, {})).toBeNull()
    const path = addBinary(dir)
    expect(findElectron(dir, {})).toBe(path)
  })

  it('does not take the binary of another version', () => {
    const dir = electronPackage('')
    addBinary(dir, '44.0.0')
    expect(findElectron(dir, {})).toBeNull()
  })

  it('takes the one that the environment names, if it is there', () => {
    const [dir, elsewhere] = [electronPackage(''), temporaryFolder()]
    addBinary(dir)
    expect(findElectron(dir, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull()
    writeFileSync(join(elsewhere, 'electron'), '')
    expect(findElectron(dir, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(
      join(elsewhere, 'electron'),
    )
  })

  it('finds none where the package is not installed', () => {
    expect(findElectron(join(temporaryFolder(), 'nowhere'), {})).toBeNull()
  })
})

describe('fetchElectron', () => {
  it('gives back the program that the installer brought', async () => {
    const dir = electronPackage(succeed)
    expect(await fetchElectron(dir, process.env)).toEqual({
      ok: true,
      path: join(dir, 'dist', 'electron'),
    })
  })

  it('says in a few words why it failed', async () => {
    const dir = electronPackage(
      `console.error('TypeError: fetch failed\\n    at x'); process.exit(1)`,
    )
    expect(await fetchElectron(dir, process.env)).toEqual({
      ok: false,
      reason: 'no connection to the download server',
    })
  })

  it('gives up when nothing arrives', async () => {
    const dir = electronPackage('setInterval(() => {}, 1000)')
    expect(await fetchElectron(dir, process.env, quick)).toMatchObject({
      ok: false,
      reason: /^nothing arrived for/,
    })
  })

  it('goes on while something arrives, however slowly', async () => {
    const dir = electronPackage(`
      const file = path.join(require('os').tmpdir(), 'electron.zip')
      let left = 6
      const timer = setInterval(() => {
        fs.appendFileSync(file, 'x')
        if (--left === 0) { clearInterval(timer); ${succeed} }
      }, 120)
    `)
    expect(await fetchElectron(dir, process.env, quick)).toMatchObject({ ok: true })
  })

  it('gives up on a download without end', async () => {
    const dir = electronPackage(`
      const file = path.join(require('os').tmpdir(), 'electron.zip')
      setInterval(() => fs.appendFileSync(file, 'x'), 20)
    `)
    const limits = { stallMs: 200, totalMs: 500 }
    expect(await fetchElectron(dir, process.env, limits)).toEqual({
      ok: false,
      reason: 'it took too long',
    })
  })

  it('leaves no downloads behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('loopready-electron-'))
    const dir = electronPackage(
      `fs.writeFileSync(path.join(require('os').tmpdir(), 'a'), 'x'); process.exit(1)`,
    )
    await fetchElectron(dir, process.env)
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('loopready-electron-'))
    expect(after).toEqual(before)
  })

  it('says so when there is no package, or no program after all', async () => {
    expect(await fetchElectron(join(temporaryFolder(), 'nowhere'), process.env)).toMatchObject({
      reason: 'the electron package is not installed',
    })
    const dir = electronPackage('')
    expect(await fetchElectron(dir, process.env)).toMatchObject({
      reason: 'the download left no program',
    })
    expect(existsSync(join(dir, 'dist'))).toBe(false)
  })
})

describe('reasonOf', () => {
  it.each([
    ['HTTPError: Response code 403 (Forbidden) for https://x', 'the download server answered 403'],
    ['Error: getaddrinfo EAI_AGAIN github.com', 'no connection to the download server'],
    ['ChecksumMismatchError: Generated checksum', 'the download was damaged'],
    [
      'Error: self-signed certificate in certificate chain',
      'the download server could not be trusted',
    ],
    ['Error: ENOSPC: no space left', 'the disk is full'],
    ["Error: EACCES: permission denied, mkdir 'dist'", 'node_modules cannot be written'],
    ['Error: something new\n    at a.js:1', 'Error: something new'],
    ['', 'the installer failed'],
  ])('makes a few words of %j', (errors, reason) => {
    expect(reasonOf(errors)).toBe(reason)
  })
})
