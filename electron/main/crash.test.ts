import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { onCrash } from './crash.ts'

function crashing(answer: number) {
  const dataDir = temporaryFolder()
  const done: string[] = []
  let crash: (thrown: unknown) => void = () => {}
  onCrash({
    listen: (crashed) => (crash = crashed),
    dataDir,
    ask: () => {
      done.push('ask')
      return answer
    },
    relaunch: () => done.push('relaunch'),
    quit: () => done.push('quit'),
  })
  return { dataDir, done, crash: (thrown: unknown) => crash(thrown) }
}

describe('an error that nobody caught', () => {
  it('leaves a report without its text, and starts the app again where the person wants it', () => {
    const { dataDir, done, crash } = crashing(0)
    crash(new TypeError('cannot read "my secret story" of /home/ada'))
    crash(new Error('another that follows'))
    expect(done).toEqual(['ask', 'relaunch', 'quit'])
    const [report = ''] = readdirSync(join(dataDir, 'crashes'))
    const text = readFileSync(join(dataDir, 'crashes', report), 'utf8')
    expect(text).not.toMatch(/secret|story|ada/)
    expect(text).toContain('electron/main/crash.test.ts:')
  })

  it('ends the app where the person says so', () => {
    const { done, crash } = crashing(1)
    crash('not even an error')
    expect(done).toEqual(['ask', 'quit'])
  })
})
