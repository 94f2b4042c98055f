import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * The drawing of docs/ARCHITECTURE.md, held against every import. The linter refuses the same as it is typed; this
 * also sees what patterns cannot: features that import each other and shells that import sideways.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

/** Each layer's folder, and the layers that it may import besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/contract': [],
  'src/domain': ['src/contract'],
  'electron/engine': ['src/contract', 'src/domain'],
  'electron/main': ['src/contract', 'src/domain', 'electron/engine', 'electron/preload'],
  'electron/preload': ['src/contract'],
  'electron/host': ['src/contract', 'src/domain', 'electron/engine'],
  'electron/cli': ['src/contract', 'src/domain', 'electron/engine'],
  // Decides which shell to open, and is the one place that knows them all.
  'electron/start': ['src/contract', 'src/domain', 'electron/engine', 'electron/host'],
  'src/renderer/ui': ['src/contract', 'src/domain'],
  'src/renderer/bridge': ['src/contract', 'src/domain', 'src/renderer/ui'],
  'src/renderer/features': ['src/contract', 'src/domain', 'src/renderer/ui', 'src/renderer/bridge'],
  'src/renderer/app': [
    'src/contract',
    'src/domain',
    'src/renderer/ui',
    'src/renderer/bridge',
    'src/renderer/features',
  ],
}

type Import = Readonly<{ from: string; to: string; isType: boolean }>

const files = Object.keys(layers)
  .flatMap((layer) => globSync(`${layer}/**/*.{ts,tsx}`, { cwd: root }))
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('.test.') && !file.endsWith('-under-test.ts'))

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(path.join(root, from), 'utf8')
  const found = text.matchAll(
    /^(?:import|export)(\s+type)?\b[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].flatMap(([, type, stated, dynamic]) => {
    const to = resolved(from, stated ?? dynamic ?? '')
    return to === null ? [] : [{ from, to, isType: Boolean(type) }]
  })
})

function resolved(from: string, name: string): string | null {
  const aliases = {
    '#contract/': 'src/contract/',
    '#domain/': 'src/domain/',
    '#engine/': 'electron/engine/',
  }
  for (const [alias, folder] of Object.entries(aliases))
    if (name.startsWith(alias)) return folder + name.slice(alias.length)
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : null
}

function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((layer) => file.startsWith(`${layer}/`))
}

function featureOf(file: string): string | undefined {
  return /^src\/renderer\/features\/([^/]+)\//.exec(file)?.[1]
}

const told = ({ from, to }: Import) => `${from} -> ${to}`

describe('the layers', () => {
  it('are all looked at', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(new Set(files.map(layerOf))).toEqual(new Set(Object.keys(layers)))
  })

  it('import only what stands above them in the drawing', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [layer, target] = [layerOf(from), layerOf(to)]
      if (!layer) return true
      return target !== layer && !(target && layers[layer]?.includes(target))
    })
    expect(wrong.map(told)).toEqual([])
  })

  it('bring no schema to the page or the domain: only types of the contract', () => {
    const wrong = imports.filter(
      ({ from, to, isType }) =>
        !isType && layerOf(to) === 'src/contract' && /^src\/(domain|renderer)\//.test(from),
    )
    expect(wrong.map(told)).toEqual([])
  })

  it('keep features apart, so that each can be read on its own', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [feature, other] = [featureOf(from), featureOf(to)]
      return feature && other && feature !== other
    })
    expect(wrong.map(told)).toEqual([])
  })
})
