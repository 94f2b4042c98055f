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
  const nothing = Promise.resolve({ ok: true as const, value: null })
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
    jobs: {
      run: (job, work) => {
        done.push(['run', job])
        return work({ signal: new AbortController().signal, onProgress: () => {} })
      },
      call: (...args) => {
        done.push(['job', ...args])
        return nothing
      },
      cancel: (job) => done.push(['cancel', job]),
    },
    reports: {
      build: (input) => {
        done.push(['build', input])
        return Promise.resolve({
          ok: true,
          value: {
            handle: 'a report',
            fileName: 'r.pdf',
            pages: 1,
            bytes: new Uint8Array(),
            notices: [],
          },
        })
      },
      save: (handle) => {
        done.push(['save', handle])
        return nothing
      },
      open: (opens) => {
        done.push(['open', opens])
        return nothing
      },
    },
    transfer: {
      choose: () => {
        done.push(['choose'])
        return nothing
      },
      receive: (...args) => {
        done.push(['receive', ...args])
        return Promise.resolve({
          ok: true,
          value: { file: 'a file', name: 'a.csv', bytes: 1, locked: false },
        })
      },
      save: (input) => {
        done.push(['export', input])
        return nothing
      },
    },
    files: { show: (handle) => done.push(['show', handle]) },
    backups: {
      chooseFile: async () => ({ ok: true, value: null }),
      chooseFolder: async (which) => {
        done.push(['chooseFolder', which])
        return { ok: true, value: true }
      },
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
    playbookFiles: {
      save: (files) => {
        done.push(['save playbooks', files])
        return Promise.resolve({ ok: true, value: null })
      },
      choose: () => {
        done.push(['choose playbooks'])
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
      'run-job',
      'build-report',
      'save-report',
      'open-report',
      'save-export',
      'show-saved',
      'choose-import-file',
      'receive-file',
      'choose-backup-file',
      'choose-backup-folder',
      'save-story-files',
      'choose-story-files',
      'save-playbook-files',
      'choose-playbook-files',
      'idle-seconds',
    ])
    expect([...receivers.keys()]).toEqual(['cancel-job', 'listening', 'notify'])
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

  it('carries jobs, files and the start of listening, and nothing beside their arguments', async () => {
    const { ask, receivers, event, done } = answering()
    await ask(ASK.runJob, event, 'job 1', 'transfer.import', {}, 'more')
    await ask(ASK.buildReport, event, 'job 2', { paper: 'A4' }, 'more')
    await ask(ASK.saveReport, event, 'a report', 'more')
    await ask(ASK.openReport, event, 'a report', 'more')
    await ask(ASK.saveExport, event, 'job 3', { format: 'csv' }, 'more')
    await ask(ASK.showSaved, event, 'a handle', 'more')
    await ask(ASK.chooseImportFile, event, '/etc/passwd')
    await ask(ASK.receiveFile, event, 'a.csv', 'bytes', 'more')
    receivers.get(TELL.cancelJob)?.(event, 'job 1', 'more')
    receivers.get(TELL.listening)?.(event)
    receivers.get(TELL.notify)?.(event, 'a message')
    expect(done).toEqual([
      ['job', 'job 1', 'transfer.import', {}],
      ['run', 'job 2'],
      ['build', { paper: 'A4' }],
      ['save', 'a report'],
      ['open', 'a report'],
      ['run', 'job 3'],
      ['export', { format: 'csv' }],
      ['show', 'a handle'],
      ['choose'],
      ['receive', 'a.csv', 'bytes'],
      ['cancel', 'job 1'],
      ['listening'],
      ['notify', 'a message'],
    ])
  })
})
