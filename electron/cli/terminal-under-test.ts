import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, vi } from 'vitest'
import type { Status } from '#contract/plan.ts'
import type { Session } from '#contract/sessions.ts'
import { runCli } from './run-cli.ts'

// For the tests of this folder only: the program on data folders that are gone when the test file is.
export const root = mkdtempSync(join(tmpdir(), 'loopready-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
export const newFolder = () => join(root, `data-${(folders += 1)}`)

/** Tuesday, 24 November 2026, 10:30 in Berlin. */
export const settings = { TZ: 'Europe/Berlin', LOOPREADY_NOW: '2026-11-24T09:30:00Z' }
vi.stubEnv('TZ', settings.TZ)

export type Ended = Readonly<{ code: number | null; out: string; err: string }>

/** Runs the program in this process: all of it but the entry, which stands between it and the real streams. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  /** What is typed when something is asked for, line by line; nobody is there without it. */
  typed?: string[],
): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    env: { ...settings, ...env },
    cwd: root,
    out: (chunk) => (out += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()),
    err: (text) => (err += text),
    isScreen: false,
    askSecret: async () => typed?.shift() ?? null,
    paint: (_, text) => text,
  })
  return { code, out, err }
}

/** A data folder with a profile, and the program on it. */
export async function started(level = 'L6') {
  const dataDir = newFolder()
  const on = (...args: string[]) => run(['--data-dir', dataDir, ...args])
  const fine = async (...args: string[]) => {
    const ended = await on(...args)
    expect(ended).toMatchObject({ code: 0, err: '' })
    return ended.out
  }
  await fine('init', '--level', level, '--start', '2026-09-01', '--interview', '2026-12-15')
  return {
    dataDir,
    on,
    fine,
    status: async () => JSON.parse(await fine('status', '--json')) as Status,
    sessions: async () => JSON.parse(await fine('sessions', '--json')) as Session[],
  }
}

/** One line on standard error, none on standard output, no stack trace, status 1. */
export function expectRefusal({ code, out, err }: Ended, ...parts: readonly string[]) {
  expect(err).toMatch(/^loopready: [^\n]+\n$/)
  expect(err).not.toMatch(/\.ts:\d|node:internal|Error:/)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  for (const part of parts) expect(err).toContain(part)
}
