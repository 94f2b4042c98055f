import { createHash, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { transferCalls } from '#contract/transfer.ts'
import type { InputOf } from '#contract/index.ts'
import { loadPlaybooks } from '#engine/playbooks/load.ts'
import { readable } from '#engine/store/database.ts'
import { openDatabase } from '#engine/store/open.ts'
import { carryOut } from '#engine/transfer/carry-out.ts'
import { findPlan, playbookCategories } from '#engine/transfer/plan.ts'
import type { Task, TaskName, TaskOf, TaskOutput } from '#engine/transfer/tasks.ts'
import { assetsDir, settableClock, temporaryFolder } from './engine.ts'

const library = loadPlaybooks({
  builtInDir: path.join(assetsDir, 'data'),
  userDir: path.join(assetsDir, 'no-such-folder'),
})

type Content = string | Uint8Array

/**
 * What the transfer thread does, done on this one: starting a thread takes longer than most of its work. The calls
 * themselves, with their thread, are tested in electron/engine/transfer/calls.test.ts.
 */
export function transfersIn(
  dataDir: string,
  { now = '2026-10-01T10:00:00Z', zone = 'Europe/Berlin' } = {},
) {
  const folder = temporaryFolder()
  const moment = { nowMs: Date.parse(now), timeZone: zone }
  const around = () => {
    const connection = openDatabase(dataDir)
    const context = { db: readable(connection), library, clock: settableClock(now, zone).clock }
    try {
      return { plan: findPlan(context), playbooks: playbookCategories(context) }
    } finally {
      connection.close()
    }
  }
  const received = (content: Content, name = 'file.csv') => {
    const id = randomUUID()
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const file = path.join(folder, id)
    writeFileSync(file, bytes)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return { id, path: file, name, bytes: bytes.length, hash }
  }
  const carry = async <T extends TaskName>(task: TaskOf<T>) => {
    const work = { checkCancel() {}, progress() {} }
    // A task of one name is one of the tasks, and its output is that of the name.
    const done = await carryOut(task as unknown as Task, dataDir, moment, work, async () => {})
    return done as { value: TaskOutput<T>; change: number | null }
  }
  return {
    async exported(format: 'json' | 'csv', bom = false): Promise<Uint8Array> {
      const input = transferCalls['transfer.export'].input.parse({ format, bom })
      const { playbooks } = around()
      return (await carry({ type: 'export', input, playbooks })).value.bytes
    },
    async inspect(content: Content) {
      return (await carry({ type: 'inspect', file: received(content), ...around() })).value
    },
    async preview(content: Content, options: Omit<InputOf<'transfer.preview'>, 'file'> = {}) {
      const file = received(content)
      const input = transferCalls['transfer.preview'].input.parse({ file: file.id, ...options })
      const keepAt = `${file.path}.rows`
      return (await carry({ type: 'preview', file, input, keepAt, ...around() })).value
    },
    async import(content: Content, options: Omit<InputOf<'transfer.import'>, 'file'> = {}) {
      const file = received(content)
      const { input: schema, changes } = transferCalls['transfer.import']
      const input = schema.parse({ file: file.id, ...options })
      return carry({ type: 'import', file, input, changes, ...around() })
    },
  }
}
