import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { askSecret } from './ask-secret.ts'

/** A terminal at which somebody types, and what it shows. */
function terminal(isTTY = true) {
  const input = Object.assign(new EventEmitter(), {
    isTTY,
    isRaw: false,
    setRawMode(on: boolean) {
      input.isRaw = on
      return input
    },
    resume: () => input,
    pause: () => input,
  })
  const shown: string[] = []
  // The parts of a stream that are used; the real one has many more.
  const stream = input as unknown as Parameters<typeof askSecret>[1]
  const answer = askSecret('Passphrase: ', stream, { write: (text) => shown.push(text) })
  return { input, shown, answer, type: (text: string) => input.emit('data', Buffer.from(text)) }
}

describe('a secret that is asked for', () => {
  it('is heard and never shown', async () => {
    const { input, shown, answer, type } = terminal()
    expect(input.isRaw).toBe(true)
    type('hun')
    type('ter é2\r')
    expect(await answer).toBe('hunter é2')
    expect(shown.join('')).toBe('Passphrase: \n')
    expect(input.isRaw).toBe(false)
    expect(input.listenerCount('data')).toBe(0)
  })

  it('can be mended', async () => {
    const { answer, type } = terminal()
    type('abx\u007Fc\n')
    expect(await answer).toBe('abc')
  })

  it('is none when it was stopped, or where there is no terminal', async () => {
    const { answer, type, input } = terminal()
    type('ab\u0003')
    expect(await answer).toBeNull()
    expect(input.isRaw).toBe(false)
    expect(await terminal(false).answer).toBeNull()
  })
})
