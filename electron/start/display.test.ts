import { describe, expect, it } from 'vitest'
import { displayOf, hasScreen } from './display.ts'

describe('displayOf', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }],
    ['linux', { DISPLAY: ':0', CI: 'false', SSH_TTY: '' }],
    ['darwin', {}],
    ['win32', {}],
  ] as const)('sees a person in front of %s with %j', (platform, env) => {
    expect(displayOf(env, platform)).toEqual({ isThere: true })
  })

  it.each([
    ['linux', {}, /no display/],
    ['freebsd', { DISPLAY: '' }, /no display/],
    ['linux', { DISPLAY: ':0', CI: 'true' }, /CI/],
    ['darwin', { CI: '1' }, /CI/],
    ['linux', { DISPLAY: 'localhost:10', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, /SSH/],
    ['darwin', { SSH_TTY: '/dev/pts/1' }, /SSH/],
  ] as const)('sees none on %s with %j', (platform, env, why) => {
    expect(displayOf(env, platform)).toEqual({ isThere: false, why: expect.stringMatching(why) })
  })
})

describe('hasScreen', () => {
  it('looks at the screen alone, as for a forced desktop app', () => {
    expect(hasScreen({ DISPLAY: ':99', CI: 'true' }, 'linux')).toBe(true)
    expect(hasScreen({}, 'linux')).toBe(false)
    expect(hasScreen({}, 'win32')).toBe(true)
  })
})
