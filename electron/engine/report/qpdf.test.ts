import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildReport } from './build.ts'
import { assetsDir, sampleData } from './sample-data.ts'
import { scriptsData } from './sample-scripts.ts'

const isInstalled = spawnSync('qpdf', ['--version']).status === 0

describe.skipIf(!isInstalled)('qpdf --check, skipped where qpdf is not installed', () => {
  it.each([
    ['a full report', sampleData({ stories: 3 })],
    ['an empty one on Letter', sampleData({ sessions: 0, name: '', paper: 'Letter' })],
    ['one with every script and all its fonts', scriptsData({ name: 'Zoë 王小明 محمد דוד' })],
  ])('finds nothing wrong with %s', async (_, data) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'loopready-qpdf-'))
    try {
      const file = path.join(folder, 'report.pdf')
      writeFileSync(file, (await buildReport(data, { assetsDir })).bytes)
      const { status, stderr, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(stdout).toContain('No syntax or stream encoding errors found')
      expect(status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
