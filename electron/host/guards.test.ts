import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJson, isOurHost, isOurOrigin, isOurSite, pathOf } from './guards.ts'

describe('isOurHost', () => {
  it('knows the two names of this host', () => {
    expect(isOurHost(['127.0.0.1:4100'], 4100)).toBe(true)
    expect(isOurHost(['localhost:4100'], 4100)).toBe(true)
  })

  it.each([
    ['no name', undefined],
    ['an empty name', ['']],
    ['a name twice', ['127.0.0.1:4100', '127.0.0.1:4100']],
    ['another site', ['evil.example:4100']],
    ['another port', ['127.0.0.1:4101']],
    ['no port', ['127.0.0.1']],
    ['another loopback address', ['127.0.0.2:4100']],
    ['a longer name', ['127.0.0.1:4100.evil.example']],
    ['a user part', ['a@127.0.0.1:4100']],
    ['a trailing dot', ['localhost.:4100']],
    ['capitals', ['LOCALHOST:4100']],
    ['every address', ['0.0.0.0:4100']],
    ['IPv6', ['[::1]:4100']],
  ])('refuses %s', (_, hosts) => {
    expect(isOurHost(hosts, 4100)).toBe(false)
  })

  it('refuses every other name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        fc.pre(name !== '127.0.0.1:4100' && name !== 'localhost:4100')
        expect(isOurHost([name], 4100)).toBe(false)
      }),
    )
  })
})

describe('isOurOrigin', () => {
  it('is the page at the address that was asked', () => {
    expect(isOurOrigin('http://127.0.0.1:4100', '127.0.0.1:4100')).toBe(true)
    expect(isOurOrigin('http://localhost:4100', 'localhost:4100')).toBe(true)
  })

  it.each([
    undefined,
    '',
    'null',
    'https://127.0.0.1:4100',
    'http://127.0.0.1:4101',
    'http://127.0.0.1:4100/',
    'http://localhost:4100',
    'http://evil.example',
    'http://127.0.0.1:4100.evil.example',
    'http://127.0.0.1:4100, http://evil.example',
  ])('refuses %j', (origin) => {
    expect(isOurOrigin(origin, '127.0.0.1:4100')).toBe(false)
  })
})

describe('isOurSite', () => {
  it.each([undefined, 'same-origin', 'none'])('lets %j through', (site) => {
    expect(isOurSite(site)).toBe(true)
  })

  it.each(['same-site', 'cross-site', '', 'Same-Origin', 'same-origin, none'])(
    'refuses %j',
    (site) => {
      expect(isOurSite(site)).toBe(false)
    },
  )
})

describe('isJson', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
  ])('takes %j', (type) => {
    expect(isJson(type)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'text/plain',
    'text/plain; application/json',
    'application/json, text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'application/json; charset=utf-16',
    'application/jsonp',
    'application/ld+json',
  ])('refuses %j', (type) => {
    expect(isJson(type)).toBe(false)
  })
})

describe('pathOf', () => {
  it.each([
    ['/', '/'],
    ['/call/sessions.log', '/call/sessions.log'],
    ['/assets/index-a_b.c.js?v=1', '/assets/index-a_b.c.js'],
    ['/?a=../..', '/'],
  ])('reads %j', (target, path) => {
    expect(pathOf(target)).toBe(path)
  })

  it.each([
    undefined,
    '',
    '*',
    'http://evil.example/',
    '//evil.example/',
    '/..',
    '/../secret',
    '/assets/../../secret',
    '/./a',
    '/%2e%2e/secret',
    '/%2E%2E%2Fsecret',
    '/..%2fsecret',
    '/..%5csecret',
    '/..\\secret',
    '/a%00.html',
    '/a\u0000',
    '/a b',
    '/#a',
  ])('refuses %j', (target) => {
    expect(pathOf(target)).toBeNull()
  })

  it('never gives back a path that leaves the folder, however it is written', () => {
    const piece = fc.constantFrom('/', '..', '.', '%2e', '%2f', '%5c', '\\', 'a', '%252e', '?', '#')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = pathOf(pieces.join(''))
        if (path === null) return
        const decoded = decodeURIComponent(path)
        expect(decoded.split(/[/\\]/)).not.toContain('..')
        expect(decoded.startsWith('/')).toBe(true)
        expect(decoded.startsWith('//')).toBe(false)
      }),
    )
  })
})
