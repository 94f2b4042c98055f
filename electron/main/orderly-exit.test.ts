import { EventEmitter, once } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { exitInOrder } from './orderly-exit.ts'

function appThatQuits() {
  const app = Object.assign(new EventEmitter(), {
    codes: [] as number[],
    exit(code: number) {
      app.codes.push(code)
      app.emit('exited')
    },
  })
  const quit = () => {
    let isHeld = false
    app.emit('will-quit', { preventDefault: () => (isHeld = true) })
    return isHeld
  }
  // The two members that are used are those that the fake has.
  return { app: app as unknown as Pick<App, 'on' | 'exit'>, fake: app, quit }
}

describe('exitInOrder', () => {
  it('holds the quit back until every step is done, in order', async () => {
    const { app, fake, quit } = appThatQuits()
    const done: string[] = []
    const step = (name: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      done.push(name)
    }
    exitInOrder(app, [step('window'), step('engine')], () => {})
    expect(quit()).toBe(true)
    expect(fake.codes).toEqual([])
    await once(fake, 'exited')
    expect(done).toEqual(['window', 'engine'])
    expect(fake.codes).toEqual([0])
  })

  it('runs the steps once however often the person quits', async () => {
    const { app, fake, quit } = appThatQuits()
    let runs = 0
    exitInOrder(app, [() => void (runs += 1)], () => {})
    quit()
    quit()
    await once(fake, 'exited')
    expect(runs).toBe(1)
  })

  it('goes on after a step that fails, and says so in the log', async () => {
    const { app, fake, quit } = appThatQuits()
    const lines: string[] = []
    let closed = false
    exitInOrder(
      app,
      [() => Promise.reject(new Error('no')), () => void (closed = true)],
      (_level, event) => void lines.push(event),
    )
    quit()
    await once(fake, 'exited')
    expect(closed).toBe(true)
    expect(lines).toEqual(['a step of closing failed'])
  })

  it('ends even when a step hangs', async () => {
    const { app, fake, quit } = appThatQuits()
    exitInOrder(app, [() => new Promise<void>(() => {})], () => {}, 10)
    quit()
    await once(fake, 'exited')
    expect(fake.codes).toEqual([0])
  })
})
