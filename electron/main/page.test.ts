import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPart } from '../../tests/support/build.ts'
import { answerPageRequest } from './protocol.ts'

let built: Awaited<ReturnType<typeof buildPart>>
beforeAll(async () => {
  built = await buildPart('renderer')
}, 120_000)
afterAll(() => built.remove())

const page = () => readFileSync(join(built.folder, 'index.html'), 'utf8')

describe('the built page under its scheme', () => {
  it('is served whole: every file has a type that the page may load', async () => {
    const files = globSync('**/*.*', { cwd: built.folder }).map((file) => file.split(sep).join('/'))
    expect(files).toContain('index.html')
    for (const file of files) {
      const answer = await answerPageRequest(built.folder, 'GET', `app://loopready/${file}`)
      expect([file, answer.status]).toEqual([file, 200])
    }
  })

  it('has nothing inline that the content security policy would refuse', () => {
    expect(page()).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(page()).not.toMatch(/<style|\sstyle=|\son\w+=/)
  })

  it('names its files from where it stands, so that every shell can serve it', () => {
    const named = [...page().matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1])
    expect(named.length).toBeGreaterThan(1)
    for (const name of named) expect(name).toMatch(/^\.\//)
  })

  it('asks for nothing from elsewhere', () => {
    const styles = globSync('**/*.css', { cwd: built.folder })
    for (const file of styles)
      expect(readFileSync(join(built.folder, file), 'utf8')).not.toMatch(
        /url\(["']?(?:https?:)?\/\//,
      )
    expect(page()).not.toMatch(/https?:/)
  })
})
