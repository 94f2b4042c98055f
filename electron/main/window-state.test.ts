import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import type { WindowState } from './bounds.ts'
import { windowStateFile } from './window-state.ts'

const state = (x: number): WindowState => ({
  bounds: { x, y: 0, width: 1000, height: 700 },
  isMaximized: false,
  isFullScreen: false,
})

describe('the file of the window state', () => {
  it('gives back in the next run what was noted last', async () => {
    const path = join(temporaryFolder(), 'window.json')
    const file = windowStateFile(path, () => {})
    file.note(state(1))
    file.note(state(2))
    await file.flush()
    expect(await windowStateFile(path, () => {}).load()).toEqual(state(2))
  })

  it('writes by itself a moment later, and leaves no rest behind', async () => {
    const folder = temporaryFolder()
    const file = windowStateFile(join(folder, 'window.json'), () => {}, 5)
    file.note(state(3))
    await expect.poll(() => readdirSync(folder)).toEqual(['window.json'])
    expect(readFileSync(join(folder, 'window.json'), 'utf8')).toContain('"x":3')
  })

  it('has nothing at the first start, nor from a broken file', async () => {
    const path = join(temporaryFolder(), 'window.json')
    expect(await windowStateFile(path, () => {}).load()).toBeNull()
    writeFileSync(path, '{"bounds":')
    expect(await windowStateFile(path, () => {}).load()).toBeNull()
  })

  it('says in the log when it cannot be written, and goes on', async () => {
    const path = join(temporaryFolder(), 'window.json')
    mkdirSync(path)
    const lines: string[] = []
    const file = windowStateFile(path, (_level, event) => void lines.push(event))
    file.note(state(4))
    await file.flush()
    expect(lines).toEqual(['window state not saved'])
  })
})
