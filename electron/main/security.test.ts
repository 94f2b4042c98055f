import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOurFrame, mayRequest, webPreferences } from './security.ts'

describe('isOurFrame', () => {
  it.each(['app://loopready/', 'app://loopready/index.html', 'app://loopready/#/log'])(
    'takes %s for ours',
    (url) => expect(isOurFrame(url)).toBe(true),
  )

  it.each([
    '',
    'about:blank',
    'app://loopready.evil/',
    'app://evil/loopready',
    'app://evil@loopready/',
    'app://loopready:8080/',
    'app:loopready',
    'apps://loopready/',
    'file:///etc/passwd',
    'https://loopready/',
    'data:text/html,app://loopready/',
    'javascript:location="app://loopready/"',
  ])('refuses %j', (url) => expect(isOurFrame(url)).toBe(false))

  it('takes the development server for ours only where it is the page', () => {
    const server = 'http://localhost:5173'
    expect(isOurFrame(`${server}/`, server)).toBe(true)
    expect(isOurFrame('http://localhost:5174/', server)).toBe(false)
    expect(isOurFrame('app://loopready/', server)).toBe(false)
    expect(isOurFrame(`${server}/`)).toBe(false)
  })

  it('refuses whatever is no URL of our host, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
        expect(isOurFrame(url)).toBe(false)
      }),
    )
  })
})

describe('mayRequest', () => {
  it.each([
    'app://loopready/app.js',
    'data:image/png;base64,AA',
    'blob:app://loopready/1',
    'devtools://devtools/x',
  ])('lets %s through', (url) => expect(mayRequest(url)).toBe(true))

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://evil/',
    '',
  ])('cancels %j, so that nothing goes to the network', (url) =>
    expect(mayRequest(url)).toBe(false),
  )

  it('lets the development server reload the page', () => {
    expect(mayRequest('ws://localhost:5173/', 'http://localhost:5173')).toBe(true)
    expect(mayRequest('ws://localhost:5174/', 'http://localhost:5173')).toBe(false)
  })
})

describe('webPreferences', () => {
  it('isolates the page and takes Node from it', () => {
    expect(webPreferences('/p.cjs', true)).toEqual({
      preload: '/p.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
    })
  })

  it('differs in development only by the developer tools', () => {
    expect(webPreferences('/p.cjs', false)).toEqual({
      ...webPreferences('/p.cjs', true),
      devTools: true,
    })
  })
})
