import { describe, expect, it } from 'vitest'
import { readStartArguments } from './arguments.ts'
import { chooseShell } from './choice.ts'
import type { Situation } from './choice.ts'
import type { Fetched } from './electron-binary.ts'

function situation(argv: readonly string[], changes: Partial<Situation> = {}) {
  const attempts: string[] = []
  const fetchElectron = async (): Promise<Fetched> => {
    attempts.push('fetch')
    return { ok: false, reason: 'no connection to the download server' }
  }
  const all: Situation = {
    asked: readStartArguments(argv),
    display: { isThere: true },
    hasScreen: true,
    electron: '/electron',
    fetchElectron,
    ...changes,
  }
  return { all, attempts }
}

const fetched: Partial<Situation> = {
  electron: null,
  fetchElectron: async () => ({ ok: true, path: '/fetched' }),
}
const notFetched: Partial<Situation> = { electron: null }
const noDisplay: Partial<Situation> = {
  display: { isThere: false, why: 'this is a remote shell (SSH)' },
}

describe('the shell', () => {
  it('is the desktop where Electron is there', async () => {
    expect(await chooseShell(situation([]).all)).toEqual({
      shell: 'desktop',
      line: 'Opening the desktop app, because Electron is installed.',
      electron: '/electron',
      isForced: false,
    })
  })

  it('is the desktop where Electron can be fetched', async () => {
    expect(await chooseShell(situation([], fetched).all)).toMatchObject({
      shell: 'desktop',
      electron: '/fetched',
    })
  })

  it('is the browser where it cannot, and says why', async () => {
    const { all, attempts } = situation([], notFetched)
    expect(await chooseShell(all)).toEqual({
      shell: 'browser',
      line: "Electron's binary could not be fetched (no connection to the download server), so Loopready opens in your browser.",
    })
    expect(attempts).toEqual(['fetch'])
  })

  it.each([
    [['--shell=browser'], {}, '--shell=browser asks for it'],
    [['--no-open'], {}, '--no-open asks for an address only'],
    [['--port=4100'], {}, '--port asks for an address'],
    [[], noDisplay, 'this is a remote shell (SSH)'],
  ])('is the browser with %j, without any download', async (argv, changes, why) => {
    const { all, attempts } = situation(argv, { ...notFetched, ...changes })
    expect(await chooseShell(all)).toEqual({
      shell: 'browser',
      line: `Using the browser shell, because ${why}.`,
    })
    expect(attempts).toEqual([])
  })

  it('is the desktop when it is forced, also in an automated run with a screen', async () => {
    const { all } = situation(['--shell=desktop'], noDisplay)
    expect(await chooseShell(all)).toMatchObject({ shell: 'desktop', isForced: true })
  })

  it('is refused when the desktop is forced and cannot be had', async () => {
    await expect(chooseShell(situation(['--shell=desktop'], notFetched).all)).rejects.toThrow(
      "The desktop app cannot start: Electron's binary could not be fetched (no connection to the download server).",
    )
    const noScreen = situation(['--shell=desktop'], { ...notFetched, hasScreen: false })
    await expect(chooseShell(noScreen.all)).rejects.toThrow('needs a display')
    expect(noScreen.attempts).toEqual([])
  })
})
