import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const text = readFileSync('docs/SECURITY.md', 'utf8')

/** What the page names: a file in backticks, and in quotes what is to be found in it. */
const named = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs))`\s+"([^"]+)"/g)].map(
  ([, file = '', name = '']) => ({ file, name: name.replaceAll(/\s+/g, ' ') }),
)

describe('docs/SECURITY.md', () => {
  it.each(named)('names what is in $file: $name', ({ file, name }) => {
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(name)
  })

  it('has all twenty items of the checklist in their order, each with a test', () => {
    const rows = text.split('\n').filter((line) => /^\| \d+ /.test(line))
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    for (const row of rows) expect(row).toMatch(/\.(?:test|spec)\.ts` "/)
  })
})

describe('the dependencies', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Readonly<Record<string, string>>
  >

  it('pin every dependency to one version', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const [name, version] of Object.entries(versions))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  })

  it('are locked with a hash each', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string; link?: boolean }>
    }
    const without = Object.entries(lock.packages)
      .filter(([path, { integrity }]) => path !== '' && integrity === undefined)
      .map(([path]) => path)
    expect(without).toEqual([])
  })

  it('are each explained', () => {
    const reasons = readFileSync('docs/decisions/dependencies.md', 'utf8')
    for (const name of Object.keys(manifest.dependencies)) expect(reasons).toContain(name)
  })
})
