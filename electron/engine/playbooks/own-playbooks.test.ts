import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProfile, openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { smallPlaybook } from './test-folders.ts'

const l8 = smallPlaybook()

function open(dataDir?: string) {
  const setup = openEngine(dataDir === undefined ? {} : { dataDir })
  const at = (file: string) => path.join(setup.dataDir, 'playbooks', file)
  return {
    ...setup,
    at,
    read: (file: string) => fs.readFileSync(at(file), 'utf8'),
    write: (file: string, text: string) => {
      fs.mkdirSync(path.dirname(at(file)), { recursive: true })
      fs.writeFileSync(at(file), text)
    },
    files: () => (fs.existsSync(at('')) ? fs.readdirSync(at('')).toSorted() : []),
    ids: async () => (await setup.ask('playbooks.list', {})).playbooks.map(({ id }) => id),
  }
}

describe('a playbook of the user’s own', () => {
  it('is made from a small one or from any other, and can be used at once', async () => {
    const { ask, ids, files } = open()
    for (const [from, id] of [
      [null, 'EM'],
      ['L6', 'Acme-M2'],
      ['Acme-M2', 'Acme-M3'],
      ['L7', '007'],
    ] as const) {
      const { text } = await ask('playbooks.template', { from, id, name: `Level: ${id} #1` })
      expect(await ask('playbooks.validate', { text })).toMatchObject({ faults: [] })
      expect(await ask('playbooks.save', { id: null, text })).toEqual({
        id,
        name: `Level: ${id} #1`,
        fileName: `${id}.yaml`,
      })
    }
    expect(await ids()).toEqual(['L6', 'L7', '007', 'Acme-M2', 'Acme-M3', 'EM'])
    expect(files()).toEqual(['007.yaml', 'Acme-M2.yaml', 'Acme-M3.yaml', 'EM.yaml'])
    await ask('profile.save', { ...aProfile, level: 'Acme-M2' })
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    expect((await ask('plan.status', {})).allocation).toHaveLength(4)
  })

  it('knows where sessions of its template belong', async () => {
    const { ask } = open()
    const { text } = await ask('playbooks.template', { from: 'L6', id: 'EM', name: 'EM' })
    await ask('playbooks.save', { id: null, text })
    await ask('profile.save', aProfile)
    await ask('sessions.log', { category: 'coding', duration: '1h' })
    const { rows } = await ask('profile.previewSwitch', { level: 'EM' })
    expect(rows).toMatchObject([{ from: 'coding', candidates: ['coding'] }])
  })

  it('says what is changed against its template', async () => {
    const { ask } = open()
    const { text } = await ask('playbooks.template', { from: 'L6', id: 'EM', name: 'EM' })
    const of = async (changed: string) =>
      (await ask('playbooks.validate', { text: changed })).changes
    expect(await of(text)).toEqual({
      template: 'L6',
      changes: [{ where: 'name', before: 'L6 engineering manager', after: 'EM' }],
    })
    expect(
      (await of(text.replace('hours: { min: 100, approximate: true }', 'hours: { min: 120 }')))
        ?.changes,
    ).toContainEqual({ where: 'Plan, System design, hours: from', before: '100', after: '120' })
    expect(await of(l8)).toBeNull()
  })

  it('is saved in a file that only its owner can read, and saved again', async () => {
    const { ask, at, read } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    expect(fs.statSync(at('L8.yaml')).mode & 0o777).toBe(0o600)
    const { revision } = await ask('playbooks.text', { id: 'L8' })
    const text = l8.replace('L8 director', 'L8 head')
    await ask('playbooks.save', { id: 'L8', text, revision })
    expect(read('L8.yaml')).toBe(text)
    expect(await ask('playbooks.get', { id: 'L8' })).toMatchObject({ name: 'L8 head' })
  })

  it('is not saved with a fault in it: the place and the fault are named', async () => {
    const { ask, refusal, files } = open()
    const text = smallPlaybook('share: 70', 'share: lots')
    expect(await ask('playbooks.validate', { text })).toEqual({
      faults: [
        {
          line: 28,
          column: 14,
          message: 'plan.categories[0].share: expected a number from 0 to 100, found "lots"',
        },
      ],
      playbook: null,
      changes: null,
    })
    expect(await refusal('playbooks.save', { id: null, text })).toMatchObject({
      code: 'invalid-input',
      field: 'text',
      message: expect.stringMatching(/^28:14: /),
    })
    expect(files()).toEqual([])
  })

  it.each([
    ['the id of another', smallPlaybook('id: L8', 'id: l6'), 'no other playbook has, found "l6"'],
    ['a name of a device', smallPlaybook('id: L8', 'id: Con'), 'no file can be called "Con"'],
    ['a path', smallPlaybook('id: L8', 'id: ../x'), 'letters, digits and hyphens'],
    ['a bomb', `a: &a [x]\nb: [${'*a, '.repeat(30)}]`, 'expected at most 20 aliases'],
    ['more than 512 KiB', `# ${'é'.repeat(300_000)}\n${l8}`, 'expected at most 512 KiB'],
    ['nothing', '', 'expected the keys'],
  ])('is not saved with %s', async (_, text, message) => {
    const { refusal, files } = open()
    expect((await refusal('playbooks.save', { id: null, text })).message).toContain(message)
    expect(files()).toEqual([])
  })

  it('keeps its id, which sessions refer to', async () => {
    const { ask, refusal } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    const text = smallPlaybook('id: L8', 'id: L9')
    expect((await refusal('playbooks.save', { id: 'L8', text })).message).toContain('expected "L8"')
  })

  it('leaves those that ship with the app as they are', async () => {
    const { ask, refusal } = open()
    const { text, builtIn } = await ask('playbooks.text', { id: 'L6' })
    expect(builtIn).toBe(true)
    for (const refused of [
      await refusal('playbooks.save', { id: 'L6', text }),
      await refusal('playbooks.remove', { id: 'L6', acceptUse: true }),
      await refusal('playbooks.keepDraft', { id: 'L6', draft: null }),
    ])
      expect(refused).toMatchObject({ code: 'conflict', hint: expect.stringContaining('copy') })
  })
})

describe('removing one', () => {
  it('is refused for the target level, and asks where sessions refer to it', async () => {
    const { ask, refusal, files } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    await ask('profile.save', { ...aProfile, level: 'L8' })
    await ask('sessions.log', { category: 'writing', duration: '1h' })
    expect(await refusal('playbooks.remove', { id: 'L8', acceptUse: true })).toMatchObject({
      message: '“L8” is your target level.',
    })
    await ask('profile.switchLevel', { level: 'L6', mapping: [] })
    expect(await refusal('playbooks.remove', { id: 'L8' })).toMatchObject({
      field: 'acceptUse',
      message: '1 session and 0 other entries refer to “L8”.',
    })
    await ask('playbooks.remove', { id: 'L8', acceptUse: true })
    expect(files()).toEqual([])
    await ask('history.undo', {})
    expect(files()).toEqual(['L8.yaml'])
  })
})

describe('undo', () => {
  it('takes a save and a removal back, in the file and in what is shown', async () => {
    const { ask, ids, read } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    const text = l8.replace('L8 director', 'L8 head')
    await ask('playbooks.save', { id: 'L8', text })
    await ask('playbooks.remove', { id: 'L8' })
    expect(await ids()).toEqual(['L6', 'L7'])
    expect(await ask('history.undo', {})).toEqual({ label: 'Remove playbook' })
    expect(read('L8.yaml')).toBe(text)
    await ask('history.undo', {})
    expect(read('L8.yaml')).toBe(l8)
    expect(await ask('playbooks.get', { id: 'L8' })).toMatchObject({ name: 'L8 director' })
    await ask('history.undo', {})
    expect(await ids()).toEqual(['L6', 'L7'])
    await ask('history.redo', {})
    expect(read('L8.yaml')).toBe(l8)
  })

  it('does not overwrite what was edited by hand since', async () => {
    const { ask, refusal, read, write } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    write('L8.yaml', `${l8}# by hand\n`)
    expect((await refusal('history.undo', {})).code).toBe('conflict')
    expect(read('L8.yaml')).toContain('# by hand')
  })

  it('brings file and text together after any row of saves, edits by hand, undo and restart', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('save'), name: fc.constantFrom('A', 'B', 'C') }),
      fc.record({ what: fc.constant('hand'), name: fc.constantFrom('A', 'B', 'C') }),
      fc.record({
        what: fc.constantFrom('remove', 'rm', 'undo', 'redo', 'restart'),
        name: fc.constant(''),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const dataDir = temporaryFolder()
        let now = open(dataDir)
        for (const { what, name } of steps) {
          const text = l8.replace('L8 director', name)
          const has = (await now.ids()).includes('L8')
          if (what === 'save')
            await now.engine.call('playbooks.save', { id: has ? 'L8' : null, text })
          if (what === 'hand') now.write('L8.yaml', text)
          if (what === 'rm') fs.rmSync(now.at('L8.yaml'), { force: true })
          if (what === 'remove') await now.engine.call('playbooks.remove', { id: 'L8' })
          if (what === 'undo') await now.engine.call('history.undo', {})
          if (what === 'redo') await now.engine.call('history.redo', {})
          if (what === 'restart') {
            await now.engine.close()
            now = open(dataDir)
          }
          const file = now.files().includes('L8.yaml') ? now.read('L8.yaml') : null
          const shown = await now.engine.call('playbooks.text', { id: 'L8' })
          expect(shown.ok ? shown.value.text : null).toBe(file)
          if (what === 'hand') expect(file).toBe(text)
          if (what === 'rm') expect(file).toBeNull()
        }
        await now.engine.close()
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('a file that is edited by hand', () => {
  it('counts without a restart, and every window hears of it', async () => {
    const { engine, ask, write, ids } = open()
    const heard = new Promise<readonly string[]>((resolve) => {
      engine.onChange(resolve)
    })
    write('mine.yml', l8)
    expect(await heard).toContain('playbooks')
    expect(await ids()).toEqual(['L6', 'L7', 'L8'])
    write('mine.yml', 'id: [')
    expect(await ask('playbooks.shelf', {})).toMatchObject([
      { id: 'L6' },
      { id: 'L7' },
      { id: 'mine', name: 'mine.yml', faults: [expect.stringMatching(/^mine\.yml:\d+:\d+: /)] },
    ])
    await ask('playbooks.save', { id: 'mine', text: l8 })
    expect(await ids()).toEqual(['L6', 'L7', 'L8'])
  })

  it('is not overwritten by a save that began before, until that is wanted', async () => {
    const { ask, refusal, write, read } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    const { revision } = await ask('playbooks.text', { id: 'L8' })
    write('L8.yaml', l8.replace('L8 director', 'By hand'))
    const text = l8.replace('L8 director', 'In the app')
    expect(await refusal('playbooks.save', { id: 'L8', text, revision })).toMatchObject({
      code: 'conflict',
      field: 'revision',
    })
    expect(read('L8.yaml')).toContain('By hand')
    await ask('playbooks.save', { id: 'L8', text })
    expect(read('L8.yaml')).toContain('In the app')
  })
})

describe('what is typed', () => {
  it('is kept over a restart until it is saved or given up, and is no step of the history', async () => {
    const first = open()
    await first.ask('playbooks.save', { id: null, text: l8 })
    const draft = { text: 'half a thou', revision: 'r' }
    await first.ask('playbooks.keepDraft', { id: 'L8', draft })
    await first.engine.close()
    const { ask } = open(first.dataDir)
    expect(await ask('playbooks.text', { id: 'L8' })).toMatchObject({ draft })
    expect(await ask('history.peek', {})).toMatchObject({ undo: { label: 'Save playbook' } })
    await ask('playbooks.save', { id: 'L8', text: l8 })
    expect(await ask('playbooks.text', { id: 'L8' })).toMatchObject({ draft: null })
  })
})

describe('moving to another computer', () => {
  it('takes own playbooks along in the JSON export, with the profile that aims at one', async () => {
    const first = open()
    await first.ask('playbooks.save', { id: null, text: l8 })
    await first.ask('profile.save', { ...aProfile, level: 'L8' })
    const { bytes } = await first.ask('transfer.export', { format: 'json' })
    const second = open()
    const { file } = await second.ask('transfer.receive', { name: 'all.json', bytes })
    await second.ask('transfer.import', { file })
    expect(second.read('L8.yaml')).toBe(l8)
    expect((await second.ask('profile.get', {})).profile?.level).toBe('L8')
    expect((await second.ask('plan.status', {})).level).toBe('L8')
    await second.ask('history.undo', {})
    expect(second.files()).toEqual([])
  })

  it('comes back with a backup, as the file was then', async () => {
    const { ask, read, ids } = open()
    await ask('playbooks.save', { id: null, text: l8 })
    const { id } = await ask('backups.make', {})
    await ask('playbooks.save', { id: 'L8', text: l8.replace('L8 director', 'Later') })
    await ask('backups.restore', { id })
    expect(read('L8.yaml')).toBe(l8)
    await ask('history.undo', {})
    expect(read('L8.yaml')).toContain('Later')
    expect(await ids()).toContain('L8')
  })

  it('writes the files where the data file came alone', async () => {
    const first = open()
    await first.ask('playbooks.save', { id: null, text: l8 })
    await first.engine.close()
    fs.rmSync(first.at(''), { recursive: true })
    expect(await open(first.dataDir).ids()).toContain('L8')
  })
})
