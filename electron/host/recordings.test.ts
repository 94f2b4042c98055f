import { describe, expect, it } from 'vitest'
import { largestRecording } from '#contract/rehearsals.ts'
import { hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()
const id = '0199a0a0-1111-7000-8000-000000000001'
const sound = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0, 255])

describe('a recording that the page sends', () => {
  it('reaches the engine byte by byte, with the kind of its sound', async () => {
    const { status } = await test.post(`/recording/${id}`, sound, {
      'content-type': 'audio/webm;codecs=opus',
    })
    expect(status).toBe(200)
    const [{ name, input } = { name: '', input: null }] = test.echo.asked
    expect(name).toBe('rehearsals.saveRecording')
    expect(input).toMatchObject({ rehearsal: id, mediaType: 'audio/webm' })
    expect(Buffer.compare((input as { bytes: Buffer }).bytes, sound)).toBe(0)
  })

  it('of more than 16 MiB is refused and reaches nobody', async () => {
    const { status, text } = await test.post(
      `/recording/${id}`,
      Buffer.alloc(largestRecording + 1),
      { 'content-type': 'audio/webm' },
    )
    expect([status, text]).toEqual([413, expect.stringContaining('too large')])
    expect(test.echo.asked).toEqual([])
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data', 'video/webm', undefined])(
    'as %s is refused: a form of another site cannot send one',
    async (type) => {
      const { status } = await test.post(`/recording/${id}`, sound, { 'content-type': type })
      expect(status).toBe(415)
      expect(test.echo.asked).toEqual([])
    },
  )

  it.each([
    ['without the cookie', { cookie: undefined }, 401],
    ['from another origin', { origin: 'https://evil.example' }, 403],
    ['from another port', { 'sec-fetch-site': 'same-site' }, 403],
  ])('%s is refused', async (_, changes, expected) => {
    const { status } = await test.post(`/recording/${id}`, sound, {
      'content-type': 'audio/webm',
      ...changes,
    })
    expect([status, test.echo.asked]).toEqual([expected, []])
  })
})

describe('a recording that the page plays', () => {
  it('comes as its bytes, kept by nobody', async () => {
    test.echo.answerWith(async () => ({ mediaType: 'audio/ogg', bytes: new Uint8Array([79, 103]) }))
    const { status, headers, text } = await test.post('/sound', JSON.stringify({ id }))
    expect([status, headers['content-type'], text]).toEqual([200, 'audio/ogg', 'Og'])
    expect(headers['cache-control']).toBe('no-store')
    expect(test.echo.asked).toMatchObject([{ name: 'rehearsals.recording', input: { id } }])
  })

  it('says what was wrong', async () => {
    test.echo.answerWith(() => Promise.reject(new Error('gone')))
    const { headers, text } = await test.post('/sound', JSON.stringify({ id }))
    expect(headers['content-type']).toMatch(/json/)
    expect(JSON.parse(text)).toMatchObject({ ok: false })
  })

  it.each(['rehearsals.saveRecording', 'rehearsals.recording'])(
    'does not go by way of JSON: %s',
    async (name) => {
      expect((await test.post(`/call/${name}`, '{}')).status).toBe(404)
    },
  )
})

it('gives the microphone to the page alone, and sound to nothing that has an address', async () => {
  const { headers } = await test.post('/call/profile.get', '{}')
  expect(headers['permissions-policy']).toBe('camera=(), geolocation=(), microphone=(self)')
  expect(headers['content-security-policy']).toContain('media-src blob:;')
})
