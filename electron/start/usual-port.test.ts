import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { usualPort } from './usual-port.ts'

describe('the usual port of a data folder', () => {
  it('is always the same, and most likely another for another folder', async () => {
    const folder = temporaryFolder()
    const port = await usualPort(folder)
    expect(port).toBeGreaterThanOrEqual(20_000)
    expect(port).toBeLessThan(30_000)
    expect(await usualPort(`${folder}/x/..`)).toBe(port)
    const others = await Promise.all(['a', 'b', 'c'].map((name) => usualPort(`${folder}/${name}`)))
    expect(new Set([port, ...others]).size).toBeGreaterThan(1)
  })

  it('gives way to any that is free while another program has it', async () => {
    const folder = temporaryFolder()
    const port = await usualPort(folder)
    const other = createServer().listen({ host: '127.0.0.1', port })
    await once(other, 'listening')
    expect(await usualPort(folder)).toBe(0)
    other.close()
  })
})
