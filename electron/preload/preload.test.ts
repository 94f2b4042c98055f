import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '#contract/bridge.ts'
import { buildPart } from '../../tests/support/build.ts'
import { ASK, NOTICE, TELL } from './channels.ts'

let built: Awaited<ReturnType<typeof buildPart>>
beforeAll(async () => {
  built = await buildPart('preload')
})
afterAll(() => built.remove())

const code = () => readFileSync(join(built.folder, 'index.cjs'), 'utf8')

type Pass = (event: unknown, value: unknown) => void

/** Runs the built preload as the sandbox does: a `require` that knows nothing but Electron, and no Node at all. */
function run() {
  const required: string[] = []
  const invoked: unknown[][] = []
  const sent: unknown[][] = []
  const listeners = new Map<string, Set<Pass>>()
  const exposed = new Map<string, unknown>()
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => exposed.set(name, api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args)
        return Promise.resolve({ ok: true, value: null })
      },
      send: (...args: unknown[]) => sent.push(args),
      on: (channel: string, pass: Pass) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(pass)),
      removeListener: (channel: string, pass: Pass) => listeners.get(channel)?.delete(pass),
    },
  }
  runInNewContext(code(), {
    require: (name: string) => {
      required.push(name)
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
      return electron
    },
    module: { exports: {} },
    exports: {},
  })
  // What the preload exposes is checked against Bridge where it is written.
  const bridge = exposed.get('loopready') as Bridge
  const notify = (channel: string, value: unknown) => {
    for (const pass of listeners.get(channel) ?? []) pass({ sender: 'the event object' }, value)
  }
  return { bridge, exposed, required, invoked, sent, listeners, notify }
}

describe('the built preload', () => {
  it('is one CommonJS file', () => {
    expect(readdirSync(built.folder)).toEqual(['index.cjs'])
    expect(code()).not.toMatch(/^\s*(import|export)\s/m)
  })

  it('requires nothing but Electron', () => {
    const names = [...code().matchAll(/\brequire\(\s*["'`]([^"'`]+)/g)].map((match) => match[1])
    expect(new Set(names)).toEqual(new Set(['electron']))
    expect(new Set(run().required)).toEqual(new Set(['electron']))
  })

  it('brings no schema along', () => {
    expect(code()).not.toMatch(/zod|strictObject/)
    expect(code().length).toBeLessThan(5000)
  })
})

describe('the bridge of the desktop', () => {
  it('exposes the bridge and nothing else', () => {
    const { exposed, bridge } = run()
    expect([...exposed.keys()]).toEqual(['loopready'])
    expect(Object.keys(bridge).toSorted()).toEqual(
      [
        'shell',
        'call',
        'onChange',
        'runJob',
        'cancelJob',
        'onJobProgress',
        'buildReport',
        'saveReport',
        'openReport',
        'saveExport',
        'showSaved',
        'chooseImportFile',
        'receiveFile',
        'chooseBackupFile',
        'chooseBackupFolder',
        'savePlaybookFiles',
        'choosePlaybookFiles',
        'saveStoryFiles',
        'chooseStoryFiles',
        'onCommand',
        'idleSeconds',
        'onWake',
        'notify',
        'onConnection',
      ].toSorted(),
    )
    expect(bridge.shell).toBe('desktop')
  })

  it('asks on fixed channels: no argument of the page becomes one', async () => {
    const { bridge, invoked, sent } = run()
    await bridge.call('plan.status', {})
    await bridge.runJob('a job', 'transfer.inspect', { file: 'a file' })
    await bridge.buildReport('a job', { paper: 'A4' })
    await bridge.saveReport('a handle')
    await bridge.openReport('a handle')
    await bridge.saveExport('a job', { format: 'csv', bom: true })
    await bridge.showSaved('a handle')
    await bridge.chooseImportFile()
    await bridge.receiveFile('a.csv', new Blob(['abc']))
    await bridge.chooseBackupFile()
    await bridge.chooseBackupFolder('usual')
    await bridge.saveStoryFiles([{ fileName: 'a.md', text: 'a' }])
    await bridge.chooseStoryFiles()
    await bridge.idleSeconds()
    bridge.cancelJob('a job')
    bridge.notify({ title: 'a title', body: 'a text' })
    // The preload's bytes are of another realm, and so of another class.
    const seen = invoked.map((args) =>
      args.map((arg) => (ArrayBuffer.isView(arg) ? [...(arg as Uint8Array)] : arg)),
    )
    expect(seen).toEqual([
      [ASK.call, 'plan.status', {}],
      [ASK.runJob, 'a job', 'transfer.inspect', { file: 'a file' }],
      [ASK.buildReport, 'a job', { paper: 'A4' }],
      [ASK.saveReport, 'a handle'],
      [ASK.openReport, 'a handle'],
      [ASK.saveExport, 'a job', { format: 'csv', bom: true }],
      [ASK.showSaved, 'a handle'],
      [ASK.chooseImportFile],
      [ASK.receiveFile, 'a.csv', [97, 98, 99]],
      [ASK.chooseBackupFile],
      [ASK.chooseBackupFolder, 'usual'],
      [ASK.saveStoryFiles, [{ fileName: 'a.md', text: 'a' }]],
      [ASK.chooseStoryFiles],
      [ASK.idleSeconds],
    ])
    expect(sent).toEqual([
      [TELL.cancelJob, 'a job'],
      [TELL.notify, { title: 'a title', body: 'a text' }],
    ])
  })

  it('passes a notice on without the event object, until it is unsubscribed', () => {
    const { bridge, notify, listeners } = run()
    const heard: unknown[][] = []
    const stops = [
      bridge.onChange((...all) => heard.push(all)),
      bridge.onJobProgress((...all) => heard.push(all)),
      bridge.onCommand((...all) => heard.push(all)),
      bridge.onConnection((...all) => heard.push(all)),
      bridge.onWake((...all) => heard.push(all)),
    ]
    const notices: [string, unknown][] = [
      [NOTICE.change, ['sessions']],
      [NOTICE.jobProgress, { job: 'a job', done: 0.5 }],
      [NOTICE.command, 'go.log'],
      [NOTICE.connection, false],
      [NOTICE.wake, null],
    ]
    for (const notice of notices) notify(...notice)
    expect(heard).toEqual([[['sessions']], [{ job: 'a job', done: 0.5 }], ['go.log'], [false], []])
    for (const stop of stops) expect(stop()).toBeUndefined()
    for (const notice of notices) notify(...notice)
    expect(heard).toHaveLength(5)
    expect([...listeners.values()].every((passes) => passes.size === 0)).toBe(true)
  })

  it('says that it listens to commands once it does', () => {
    const { bridge, sent } = run()
    bridge.onCommand(() => {})
    expect(sent).toEqual([[TELL.listening]])
  })
})
