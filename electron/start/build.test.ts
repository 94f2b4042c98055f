import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { buildWhereNeeded, isBuilt } from './build.ts'

const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const builds = `
const fs = require('fs')
fs.appendFileSync('builds.txt', 'x')
setTimeout(() => {
  for (const file of ${JSON.stringify(outputs)}) {
    fs.mkdirSync(file.replace(/\\/[^/]*$/, ''), { recursive: true })
    fs.writeFileSync(file, 'built')
  }
}, 50)
`

/** A project of a few files, with a build tool of our own. */
function project(tool: string = builds) {
  const root = temporaryFolder()
  const write = (path: string, text: string, atS?: number) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    if (atS !== undefined) utimesSync(join(root, path), atS, atS)
  }
  write('package.json', '{}', 1000)
  write('src/renderer/main.tsx', '', 1000)
  write('electron/main/index.ts', '', 1000)
  write('node_modules/electron-vite/bin/electron-vite.js', tool)
  const lines: string[] = []
  return {
    root,
    write,
    lines,
    build: () => buildWhereNeeded(root, (line) => lines.push(line)),
    times: () => readFileSync(join(root, 'builds.txt'), 'utf8').length,
  }
}

describe('the build', () => {
  it('is made when there is none, and says so', async () => {
    const { root, build, lines } = project()
    expect(isBuilt(root)).toBe(false)
    await build()
    expect(isBuilt(root)).toBe(true)
    expect(lines).toEqual(['Building Loopready first, because it is not built yet.'])
  })

  it('is left alone while it is newer than the sources', async () => {
    const { build, lines, times } = project()
    await build()
    await build()
    expect(times()).toBe(1)
    expect(lines).toHaveLength(1)
  })

  it.each([
    'src/domain/plan.ts',
    'electron/engine/engine.ts',
    'package.json',
    'src/renderer/a.css',
  ])('is made again when %s changed', async (path) => {
    const { root, write, build, lines } = project()
    await build()
    write(path, 'new', Date.now() / 1000 + 60)
    expect(isBuilt(root)).toBe(false)
    await build()
    expect(lines.at(-1)).toBe('Building Loopready first, because its sources changed.')
  })

  it('does not depend on tests', async () => {
    const { root, write, build } = project()
    await build()
    write('src/domain/plan.test.ts', '', Date.now() / 1000 + 60)
    expect(isBuilt(root)).toBe(true)
  })

  it('is made again when a part of it is missing or old', async () => {
    const { root, write, build } = project()
    await build()
    write('out/preload/index.cjs', 'old', 999)
    expect(isBuilt(root)).toBe(false)
  })

  it('is made once by starts at the same time', async () => {
    const { root, build, times } = project()
    await Promise.all([build(), build(), build()])
    expect(times()).toBe(1)
    expect(existsSync(join(root, 'node_modules/.cache/loopready/building'))).toBe(false)
  })

  it('does not wait for a start that died while building', async () => {
    const { root, write, build } = project()
    write('node_modules/.cache/loopready/building', '999999999')
    await build()
    expect(isBuilt(root)).toBe(true)
  })

  it('shows what went wrong, and can be tried again', async () => {
    const { write, build, root } = project('console.log("main.tsx: bad"); process.exit(1)')
    const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await expect(build()).rejects.toMatchObject({ error: { message: /^The build failed/ } })
    expect(shown.mock.calls.flat().join('')).toContain('main.tsx: bad')
    shown.mockRestore()
    write('node_modules/electron-vite/bin/electron-vite.js', builds)
    await build()
    expect(isBuilt(root)).toBe(true)
  })

  it('says what to do when its tool is not installed', async () => {
    const root = temporaryFolder()
    await expect(buildWhereNeeded(root, () => {})).rejects.toMatchObject({
      error: { hint: 'Run npm ci.' },
    })
  })
})
