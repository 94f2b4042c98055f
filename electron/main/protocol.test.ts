import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#contract/csp.ts'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { answerPageRequest, PAGE_SCHEMES, resolveAsset } from './protocol.ts'

const root = resolve('/app/out/renderer')

describe('resolveAsset', () => {
  it.each([
    ['app://loopready/', 'index.html', 'text/html; charset=utf-8'],
    ['app://loopready', 'index.html', 'text/html; charset=utf-8'],
    ['app://loopready/index.html#/log', 'index.html', 'text/html; charset=utf-8'],
    [
      'app://loopready/assets/main-1a.js?v=1',
      'assets/main-1a.js',
      'text/javascript; charset=utf-8',
    ],
    [
      'app://loopready/assets/pdf.worker.min-1a.mjs',
      'assets/pdf.worker.min-1a.mjs',
      'text/javascript; charset=utf-8',
    ],
    ['app://loopready/assets/a%20b.css', 'assets/a b.css', 'text/css; charset=utf-8'],
    ['app://loopready/assets/Inter.woff2', 'assets/Inter.woff2', 'font/woff2'],
    ['app://loopready/icon.svg', 'icon.svg', 'image/svg+xml'],
  ])('finds %s', (url, file, contentType) => {
    expect(resolveAsset(root, url)).toEqual({ path: join(root, file), contentType })
  })

  it.each([
    'app://loopready/..%2fmain%2findex.js',
    'app://loopready/a/..%2findex.html',
    'app://loopready/a/..%2f..%2f..%2fmain/index.js',
    'app://loopready/%252e%252e/main/index.js',
    'app://loopready/..%5cmain%5cindex.js',
    'app://loopready/C:/Windows/win.js',
    'app://loopready/index.html%00.js',
    'app://loopready//etc/passwd',
    'app://loopready/%2fetc/passwd',
    'app://loopready/%E0%A4%A',
    'app://evil/index.html',
    'file:///app/out/renderer/index.html',
    'app://loopready/assets/',
    'app://loopready/.env',
    'app://loopready/program.exe',
  ])('has nothing for %s', (url) => expect(resolveAsset(root, url)).toBeNull())

  it.each(['app://loopready/../main/index.js', 'app://loopready/%2e%2e/main/index.js'])(
    'stays inside for %s, whose dots the URL parser folds',
    (url) => expect(resolveAsset(root, url)?.path).toBe(join(root, 'main', 'index.js')),
  )

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      '%',
      '%00',
      ':',
      'x.js',
      '%25',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = resolveAsset(root, `app://loopready/${pieces.join('')}`)
        expect(found === null || found.path.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('answerPageRequest', () => {
  const page = () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
    writeFileSync(join(folder, 'assets', 'a.js'), 'let a')
    return folder
  }

  it('serves a file with its type and the content security policy', async () => {
    const answer = await answerPageRequest(page(), 'GET', 'app://loopready/assets/a.js')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('let a')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['GET', 'app://loopready/missing.js', 404],
    ['GET', 'app://loopready/..%2fsecret.js', 404],
    ['POST', 'app://loopready/', 405],
  ])('answers %s %s with %i, under the same policy', async (method, url, status) => {
    const answer = await answerPageRequest(page(), method, url)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })
})

describe('the scheme of the page', () => {
  it('has an origin and is secure, and does not get around the policy', () => {
    expect(PAGE_SCHEMES).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ])
  })
})
