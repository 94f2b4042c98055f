import { describe, expect, it } from 'vitest'
import type { Result } from '#contract/errors.ts'
import { ASK } from '../preload/channels.ts'
import { startedDesktop } from '../../tests/support/desktop.ts'

describe('the microphone', () => {
  const page = 'app://loopready/'
  const sound = { mediaTypes: ['audio'], requestingUrl: page, isMainFrame: true }

  it('is refused until the person switches recording on, and again once it is off', async () => {
    const { record, asPage, ask } = await startedDesktop()
    const isHeard = () => record.canUse('media', page, { mediaType: 'audio', isMainFrame: true })
    expect([await record.mayUse('media', sound), isHeard()]).toEqual([false, false])
    await asPage().ask(ASK.call, 'rehearsals.setRecording', { on: true })
    expect(await record.mayUse('media', sound)).toBe(true)
    await expect.poll(isHeard).toBe(true)
    await ask('rehearsals.setRecording', { on: false })
    expect(await record.mayUse('media', sound)).toBe(false)
    await expect.poll(isHeard).toBe(false)
    await ask('history.undo', {})
    expect(await record.mayUse('media', sound)).toBe(true)
  })

  it.each([
    ['the camera', 'media', { mediaTypes: ['video'] }],
    ['the camera with it', 'media', { mediaTypes: ['audio', 'video'] }],
    ['nothing named', 'media', { mediaTypes: [] }],
    ['the screen', 'display-capture', {}],
    ['where this computer is', 'geolocation', {}],
    ['it for another page', 'media', { requestingUrl: 'https://evil.example/' }],
    ['it for a frame in the page', 'media', { isMainFrame: false }],
  ])('being on gives no leave for more: %s', async (_, permission, changes) => {
    const { record, ask } = await startedDesktop()
    await ask('rehearsals.setRecording', { on: true })
    expect(await record.mayUse(permission, { ...sound, ...changes })).toBe(false)
  })

  it.each([
    ['media', page, { mediaType: 'video', isMainFrame: true }],
    ['media', page, { mediaType: 'audio', isMainFrame: false }],
    ['media', 'https://evil.example/', { mediaType: 'audio', isMainFrame: true }],
    ['clipboard-read', page, { isMainFrame: true }],
  ])('being on does not show as %s of %s with %j', async (permission, origin, details) => {
    const { record, ask } = await startedDesktop()
    await ask('rehearsals.setRecording', { on: true })
    await record.mayUse('media', sound)
    expect(record.canUse(permission, origin, details)).toBe(false)
  })

  it('carries a recording from the page to the data folder and back', async () => {
    const { asPage, ask } = await startedDesktop()
    const { story } = await ask('stories.create', {})
    const { rehearsal } = await ask('rehearsals.save', {
      story: story.id,
      format: '30s',
      startedAt: story.createdAt,
      parts: [{ part: 'task', ms: 900 }],
    })
    await ask('rehearsals.setRecording', { on: true })
    const bytes = new Uint8Array([1, 2, 3])
    const input = { rehearsal: rehearsal.id, mediaType: 'audio/webm', bytes }
    const saved = (await asPage().ask(ASK.call, 'rehearsals.saveRecording', input)) as Result<{
      rehearsal: { recording: { id: string } }
    }>
    const id = saved.ok ? saved.value.rehearsal.recording.id : ''
    expect(await asPage().ask(ASK.call, 'rehearsals.recording', { id })).toEqual({
      ok: true,
      value: { mediaType: 'audio/webm', bytes },
    })
  })
})
