import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetsDir } from '../../tests/support/engine.ts'

/** The sources of the app by their path, without its tests. */
const sources = globSync('{electron,src}/**/*.{ts,tsx}', { cwd: assetsDir })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(assetsDir, path), 'utf8') }))

const holding = (pattern: RegExp, files = sources) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('the sources', () => {
  it('are all looked at', () => expect(sources.length).toBeGreaterThan(300))

  it('hand no address to the system from the desktop shell, and no file but the data folder and a saved report', () => {
    expect(holding(/\bopenExternal\b/)).toEqual([])
    const opened = sources.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\bopenPath\(([^)]*)\)/g), ([, what]) => [path, what]),
    )
    // The second is looked up by a handle among the files of this run; report.test.ts shows what it refuses.
    expect(opened).toEqual([
      ['electron/main/desktop.ts', 'settings.dataDir'],
      ['electron/main/save-file.ts', 'savedPath'],
    ])
  })

  it('load one page into one window, and embed none', () => {
    expect(holding(/\bloadURL\(|\bloadFile\(/)).toEqual(['electron/main/desktop.ts'])
    expect(
      holding(/<(?:webview|iframe|embed|object)\b|\bWebContentsView\b|\bBrowserView\b/),
    ).toEqual([])
  })

  it('switch no feature of Chromium on', () => {
    expect(
      holding(/enableBlinkFeatures|enable-blink-features|enable-features|allowpopups/),
    ).toEqual([])
  })

  it('make no HTML and no code of a text', () => {
    expect(
      holding(
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function\(|node:vm/,
      ),
    ).toEqual([])
  })

  it('have no way to the network but the server on loopback', () => {
    expect(holding(/from 'node:(?:https|http2|dgram|dns|tls)(?:\/promises)?'/)).toEqual([])
    for (const path of holding(/from 'node:(?:http|net)'/))
      expect(path).toMatch(/^electron\/(?:host|start)\//)
    expect(holding(/\bXMLHttpRequest\b|\bnew WebSocket\(|\bsendBeacon\b|\bautoUpdater\b/)).toEqual(
      [],
    )
    // The page of the browser shell speaks with its own server, by paths without a host.
    expect(holding(/\bfetch\(/)).toEqual(['src/renderer/bridge/browser-bridge.ts'])
    expect(holding(/\bfetch\(\s*[`'"](?:https?:)?\/\//)).toEqual([])
  })
})
