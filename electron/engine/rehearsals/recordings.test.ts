import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestRecording } from '#contract/rehearsals.ts'
import { openEngine, temporaryFolder } from '../../../tests/support/engine.ts'
import { aStory, withStory } from '../stories/story-under-test.ts'

const sound = new Uint8Array([1, 2, 3, 250])

async function recorded(dataDir = temporaryFolder()) {
  const setup = await withStory({}, dataDir)
  const { rehearsal } = await setup.ask('rehearsals.save', {
    story: setup.story.id,
    format: '30s',
    startedAt: '2026-10-01T09:00:00Z',
    parts: [{ part: 'action', ms: 20_000 }],
  })
  await setup.ask('rehearsals.setRecording', { on: true })
  const input = { rehearsal: rehearsal.id, mediaType: 'audio/webm', bytes: sound } as const
  const saved = await setup.ask('rehearsals.saveRecording', input)
  const id = saved.rehearsal.recording?.id ?? ''
  const files = () => readdirSync(path.join(dataDir, 'recordings'))
  return { ...setup, rehearsal, input, id, files, folder: path.join(dataDir, 'recordings') }
}

describe('recording', () => {
  it('is off until the person switches it on, and keeps nothing while it is', async () => {
    const { ask, refusal, input, story } = await recorded()
    const fresh = openEngine()
    expect((await fresh.ask('rehearsals.recordings', {})).on).toBe(false)
    await ask('rehearsals.setRecording', { on: false })
    const { rehearsal } = await ask('rehearsals.save', {
      story: story.id,
      format: '30s',
      startedAt: '2026-10-01T09:10:00Z',
      parts: [{ part: 'task', ms: 1 }],
    })
    const refused = await refusal('rehearsals.saveRecording', { ...input, rehearsal: rehearsal.id })
    expect(refused).toMatchObject({
      code: 'conflict',
      hint: expect.stringContaining('Switch it on') as string,
    })
    await ask('history.undo', {})
    await ask('history.undo', {})
    expect((await ask('rehearsals.recordings', {})).on).toBe(true)
  })
})

describe('a recording', () => {
  it('is a file in the data folder with the very bytes, listed and counted', async () => {
    const { ask, id, folder, files, rehearsal, story } = await recorded()
    expect(files()).toEqual([`${id}.audio`])
    expect(new Uint8Array(readFileSync(path.join(folder, `${id}.audio`)))).toEqual(sound)
    expect(await ask('rehearsals.recording', { id })).toEqual({
      mediaType: 'audio/webm',
      bytes: sound,
    })
    expect(await ask('rehearsals.recordings', {})).toEqual({
      on: true,
      bytes: 4,
      trashBytes: 0,
      recordings: [
        {
          id,
          mediaType: 'audio/webm',
          bytes: 4,
          present: true,
          createdAt: '2026-10-01T10:00:00Z',
          rehearsal: rehearsal.id,
          story: { id: story.id, title: aStory.title },
          format: '30s',
          startedAt: '2026-10-01T09:00:00Z',
          deletedAt: null,
        },
      ],
    })
  })

  it.skipIf(process.platform === 'win32')('may be read by nobody else', async () => {
    const { folder, id } = await recorded()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, `${id}.audio`)).mode & 0o777).toBe(0o600)
  })

  it('is kept once for a rehearsal, not empty and not too large', async () => {
    const { refusal, input, ask, story } = await recorded()
    expect((await refusal('rehearsals.saveRecording', input)).code).toBe('conflict')
    const { rehearsal } = await ask('rehearsals.save', {
      story: story.id,
      format: '30s',
      startedAt: '2026-10-01T09:10:00Z',
      parts: [{ part: 'task', ms: 1 }],
    })
    for (const bytes of [new Uint8Array(), new Uint8Array(largestRecording + 1)])
      expect(
        await refusal('rehearsals.saveRecording', { ...input, rehearsal: rehearsal.id, bytes }),
      ).toMatchObject({ code: 'invalid-input', field: 'bytes' })
  })

  it('is deleted to the trash and comes back with undo, file and all', async () => {
    const { ask, refusal, id, files } = await recorded()
    await ask('rehearsals.removeRecordings', { ids: [id] })
    expect((await refusal('rehearsals.recording', { id })).code).toBe('not-found')
    expect(await ask('rehearsals.recordings', {})).toMatchObject({ bytes: 4, trashBytes: 4 })
    await ask('history.undo', {})
    expect((await ask('rehearsals.recording', { id })).bytes).toEqual(sound)
    await ask('rehearsals.removeRecordings', { ids: [id] })
    await ask('rehearsals.restoreRecordings', { ids: [id] })
    expect((await ask('rehearsals.recording', { id })).bytes).toEqual(sound)
    expect(files()).toHaveLength(1)
  })

  it('is gone for good at once when the trash is emptied: undo brings back its entry alone', async () => {
    const { ask, refusal, id, files, rehearsal } = await recorded()
    await ask('rehearsals.remove', { ids: [rehearsal.id] })
    expect((await ask('rehearsals.recordings', {})).trashBytes).toBe(4)
    await ask('trash.empty', {})
    expect(files()).toEqual([])
    await ask('history.undo', {})
    await ask('trash.restore', { ids: [rehearsal.id] })
    const [kept] = await ask('rehearsals.list', { story: rehearsal.story })
    expect(kept?.recording).toMatchObject({ id, present: false })
    expect((await refusal('rehearsals.recording', { id })).message).toMatch(/no longer in the data/)
    expect((await ask('rehearsals.recordings', {})).bytes).toBe(0)
  })

  it('stays while something else is emptied from the trash', async () => {
    const { ask, id, files, story } = await recorded()
    const { story: other } = await ask('stories.create', {})
    await ask('stories.remove', { ids: [other.id] })
    await ask('trash.empty', {})
    expect(files()).toEqual([`${id}.audio`])
    await ask('stories.remove', { ids: [story.id] })
    await ask('trash.empty', {})
    expect(files()).toEqual([])
  })

  it('leaves the folder once 30 days in the trash are over; strays do so too, unless a damaged file may need them', async () => {
    const dataDir = temporaryFolder()
    const { ask, engine, id, files, folder } = await recorded(dataDir)
    await ask('rehearsals.removeRecordings', { ids: [id] })
    await engine.close()
    for (const [name, days] of [
      ['stray.audio', 60],
      ['young.audio', 1],
      ['notes.txt', 60],
    ] as const) {
      writeFileSync(path.join(folder, name), 'x')
      const time = Date.parse('2026-10-20T10:00:00Z') / 1000 - days * 86_400
      utimesSync(path.join(folder, name), time, time)
    }
    const opened = async (now: string) => {
      const { engine } = openEngine({ dataDir, now })
      const left = files().toSorted()
      await engine.close()
      return left
    }
    mkdirSync(path.join(dataDir, 'damaged'))
    await opened('2026-10-19T10:00:00Z')
    expect(await opened('2026-10-20T10:00:00Z')).toContain('stray.audio')
    rmSync(path.join(dataDir, 'damaged'), { recursive: true })
    expect(await opened('2026-10-20T10:00:00Z')).toEqual(
      [`${id}.audio`, 'young.audio', 'notes.txt'].toSorted(),
    )
    expect(await opened('2036-10-20T10:00:00Z')).toHaveLength(3)
    await opened('2026-11-10T10:00:00Z')
    expect(await opened('2026-11-11T10:00:00Z')).toEqual(['notes.txt', 'young.audio'])
    await opened('2026-11-25T10:00:00Z')
    expect(await opened('2026-11-26T10:00:00Z')).toEqual(['notes.txt'])
  })

  it('whose keeping was undone is held as long as it can be done again', async () => {
    const dataDir = temporaryFolder()
    const { ask, engine, id, files } = await recorded(dataDir)
    await ask('history.undo', {})
    await engine.close()
    await openEngine({ dataDir, now: '2027-06-01T10:00:00Z' }).engine.close()
    const later = openEngine({ dataDir, now: '2027-06-02T10:00:00Z' })
    expect(await later.ask('rehearsals.recordings', {})).toMatchObject({ bytes: 4, recordings: [] })
    expect(files()).toEqual([`${id}.audio`])
    await later.ask('history.redo', {})
    expect((await later.ask('rehearsals.recording', { id })).bytes).toEqual(sound)
  })

  it('that cannot be written is refused with words and leaves no entry', async () => {
    const { ask, refusal, input, folder, story } = await recorded()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')
    const { rehearsal } = await ask('rehearsals.save', {
      story: story.id,
      format: '30s',
      startedAt: '2026-10-01T09:10:00Z',
      parts: [{ part: 'task', ms: 1 }],
    })
    const refused = await refusal('rehearsals.saveRecording', { ...input, rehearsal: rehearsal.id })
    expect(refused).toMatchObject({
      code: 'storage',
      message: expect.stringContaining('the rehearsal itself is kept') as string,
    })
    const [kept] = await ask('rehearsals.list', { story: story.id })
    expect(kept?.recording).toBeNull()
  })
})
