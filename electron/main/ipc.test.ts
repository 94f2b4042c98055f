import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { ASK, TELL } from '../preload/channels.ts'
import { answerPage, type IpcDeps } from './ipc.ts'

const ours = {} as WebContents
const stranger = {} as WebContents

function answering(engine?: IpcDeps['engine']) {
  const answers = new Map<string, (...args: unknown[]) => Promise<unknown>>()
  const receivers = new Map<string, (...args: unknown[]) => void>()
  const done: unknown[][] = []
  const lines: string[] = []
  answerPage({
    // The two members that are used.
    ipcMain: {
      handle: (channel: string, answer: (...args: unknown[]) => Promise<unknown>) =>
        answers.set(channel, answer),
      on: (channel: string, receive: (...args: unknown[]) => void) =>
        receivers.set(channel, receive),
    } as unknown as IpcDeps['ipcMain'],
    engine: engine ?? {
      callUntrusted: (...args) => {
        done.push(args)
        return Promise.resolve({ ok: true, value: 'the answer' })
      },
    },
    reports: {
      save: (input) => {
        done.push(['save', input])
        return Promise.resolve({ ok: true, value: null })
      },
      cancel: () => done.push(['cancel']),
      show: (handle) => done.push(['show', handle]),
    },
    storyFiles: {
      save: (files) => {
        done.push(['save stories', files])
        return Promise.resolve({ ok: true, value: null })
      },
      choose: () => {
        done.push(['choose stories'])
        return Promise.resolve({ ok: true, value: null })
      },
    },
    pageOrigin: 'app://loopready',
    isOurs: (contents) => contents === ours,
    onListening: () => done.push(['listening']),
    idleSeconds: () => 12,
    notify: (message) => done.push(['notify', message]),
    log: (_level, event) => void lines.push(event),
  })
  const event = { sender: ours, senderFrame: { url: 'app://loopready/', parent: null } }
  const ask = (channel: string, from: object, ...args: unknown[]) =>
    answers.get(channel)?.(from, ...args)
  return { answers, receivers, done, lines, event, ask }
}

describe('answerPage', () => {
  it('knows these channels and no other', () => {
    const { answers, receivers } = answering()
    expect([...answers.keys()]).toEqual([
      'call',
      'save-report',
      'show-report',
      'save-story-files',
      'choose-story-files',
      'idle-seconds',
    ])
    expect([...receivers.keys()]).toEqual(['cancel-report', 'listening', 'notify'])
  })

  it('passes name and input to the engine and nothing else', async () => {
    const { ask, event, done } = answering()
    expect(await ask(ASK.call, event, 'plan.status', {}, { signal: 'not for the page' })).toEqual({
      ok: true,
      value: 'the answer',
    })
    expect(done).toEqual([['plan.status', {}]])
  })

  it.each([
    [
      'another window',
      { sender: stranger, senderFrame: { url: 'app://loopready/', parent: null } },
    ],
    ['an embedded frame', { sender: ours, senderFrame: { url: 'app://loopready/', parent: {} } }],
    [
      'a page of another origin',
      { sender: ours, senderFrame: { url: 'https://evil/', parent: null } },
    ],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
  ])('gives nothing to %s', async (_who, from) => {
    const { ask, receivers, done, lines } = answering()
    for (const channel of Object.values(ASK))
      expect(await ask(channel, from, 'plan.status', {})).toMatchObject({ ok: false })
    for (const channel of Object.values(TELL)) receivers.get(channel)?.(from)
    expect(done).toEqual([])
    expect(new Set(lines)).toEqual(new Set(['message refused: it is not from our page']))
  })

  it('answers with an error value when something throws', async () => {
    const { ask, event } = answering({
      callUntrusted: () => Promise.reject(new Error('secret path')),
    })
    const answer = await ask(ASK.call, event, 'plan.status', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('carries the report requests and the start of listening', async () => {
    const { ask, receivers, event, done } = answering()
    await ask(ASK.saveReport, event, { paper: 'A4' })
    await ask(ASK.showReport, event, 'a handle')
    receivers.get(TELL.cancelReport)?.(event)
    receivers.get(TELL.listening)?.(event)
    receivers.get(TELL.notify)?.(event, 'a message')
    expect(done).toEqual([
      ['save', { paper: 'A4' }],
      ['show', 'a handle'],
      ['cancel'],
      ['listening'],
      ['notify', 'a message'],
    ])
  })
})
