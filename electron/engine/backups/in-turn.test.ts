import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { encrypting, passphrase } from '../../../tests/support/encrypting.ts'
import { openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import type { Result } from '#contract/errors.ts'
import { inTurn } from './in-turn.ts'

const others = ['staple of another kind', 'battery of a third kind'] as const

const oneOf = (answers: readonly Result<unknown>[]) => {
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const won = answers.findIndex(({ ok }) => ok)
  const lost = answers.find(({ ok }) => !ok)
  return { won, error: lost?.ok === false ? lost.error : null }
}

describe('two changes at once of how backups are encrypted', () => {
  it('of the passphrase follow each other: one holds, the other is told that it came too late', async () => {
    const { ask, engine, dataDir } = await encrypting()
    const { id } = await ask('backups.make', {})
    const apps = [engine, openEngine({ dataDir }).engine]
    const { won, error } = oneOf(
      await Promise.all(
        apps.map(async (app, n) =>
          app.call('backups.changePassphrase', {
            current: passphrase,
            passphrase: others[n] ?? '',
          }),
        ),
      ),
    )
    expect(error).toMatchObject({ field: 'current' })
    await ask('backups.preview', { id, passphrase: others[won] ?? '' })
    expect((await ask('backups.make', {})).encrypted).toBe(true)
  })

  it('that switch it on make one key, which opens what is made then', async () => {
    const { dataDir, engine, ask } = openEngine()
    const apps = [engine, openEngine({ dataDir }).engine]
    const { won, error } = oneOf(
      await Promise.all(
        apps.map(async (app, n) => app.call('backups.encrypt', { passphrase: others[n] ?? '' })),
      ),
    )
    expect(error).toMatchObject({ code: 'conflict' })
    expect(readdirSync(path.join(dataDir, 'keys'))).toHaveLength(1)
    const { id } = await ask('backups.make', {})
    await ask('backups.preview', { id, passphrase: others[won] ?? '' })
  })

  it('wait for one of another process, and go on where that was killed', async () => {
    const dataDir = temporaryFolder()
    const script = `import { inTurn } from ${JSON.stringify(new URL('./in-turn.ts', import.meta.url).href)}
      await inTurn(process.argv[1], () => {}, async () => {
        process.stdout.write('in')
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    let isIn = false
    const mine = inTurn(
      dataDir,
      () => {},
      async () => {
        isIn = true
      },
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(isIn).toBe(false)
    child.kill('SIGKILL')
    await mine
    expect(isIn).toBe(true)
  })
})

describe('the setting of encryption', () => {
  it('that is gone is asked for again: no backup is made open by accident', async () => {
    const { ask, refusal, dataDir, folder, keyFile } = await encrypting()
    const setting = path.join(dataDir, 'backup-encryption.json')
    rmSync(setting)
    expect((await ask('backups.list', {})).encryption.state).toBe('unknown')
    expect(await refusal('backups.make', {})).toMatchObject({ code: 'storage' })
    expect(await ask('backups.stopEncrypting', {})).toMatchObject({ state: 'off' })
    expect(JSON.parse(readFileSync(setting, 'utf8'))).toEqual({ on: false })
    expect((await ask('backups.make', {})).encrypted).toBe(false)
    // Also where only what is known of encrypted backups tells.
    await ask('backups.encrypt', { passphrase })
    await ask('backups.make', {})
    for (const file of [setting, path.join(dataDir, 'keys')]) rmSync(file, { recursive: true })
    expect((await ask('backups.list', {})).encryption.state).toBe('unknown')
    expect(readdirSync(folder)).toContain(path.basename(keyFile))
  })

  it('is not missed where a key only came along with a backup of another computer', async () => {
    const { ask, dataDir, keyFile } = await encrypting()
    const made = await ask('backups.make', {})
    const { ask: here } = openEngine()
    const receive = async (file: string) =>
      (await here('transfer.receive', { name: path.basename(file), bytes: readFileSync(file) }))
        .file
    const file = await receive(path.join(dataDir, 'backups', made.id))
    await here('backups.adopt', { file, key: await receive(keyFile), passphrase })
    expect((await here('backups.list', {})).encryption).toMatchObject({ state: 'off', key: null })
    expect((await here('backups.make', {})).encrypted).toBe(false)
  })
})
