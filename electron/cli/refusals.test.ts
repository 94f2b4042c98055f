import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, newFolder, run, started } from './terminal-under-test.ts'

const aFile = fileURLToPath(import.meta.url)

describe('what cannot be done', () => {
  let dataDir = ''
  beforeAll(async () => {
    ;({ dataDir } = await started())
  })

  it.each<[args: string[], ...parts: string[]]>([
    [['lgo', '1h', 'coding'], 'no verb "lgo"', 'Did you mean "log"?'],
    [['log', '1h'], 'needs <duration> <category>', 'log --help'],
    [['log', '1h', 'coding', '--nte', 'x'], '--nte', 'Did you mean --note?'],
    [
      ['log', '1h', 'codng'],
      'codng',
      'system-design, coding, stories, deep-dives',
      'Did you mean "coding"?',
    ],
    [['log', '1h', 'credibility'], 'credibility', 'system-design, coding, stories, deep-dives'],
    [['log', '50m', 'coding', '1', 'hard'], 'loopready add "50m coding 1 hard"', '--count hard=1'],
    [['log', '50m', 'coding', '1', 'hard', '--note', 'x'], 'loopready add "50m coding 1 hard"'],
    // What "add" would not understand either is said as before.
    [['log', '1h', '30m', 'codng'], 'no category "codng"', 'Did you mean "coding"?'],
    [['log', '0', 'coding'], 'above 0'],
    [['log', '-90', 'coding'], 'above 0'],
    [['log', '25h', 'coding'], '24 h'],
    [['log', 'soon', 'coding'], '“soon” is not a duration', '1h30'],
    [
      ['log', '1h', 'coding', '--date', '2026-11-25'],
      '--date',
      'in the future',
      'Today is 2026-11-24',
    ],
    [['log', '1h', 'coding', '--time', '10:31'], '--time', 'in the future', 'It is 10:30 now'],
    [['log', '1h', 'coding', '--date', '24.11.2026'], '--date', 'YYYY-MM-DD'],
    [
      ['log', '1h', 'coding', '--count', 'brutal=1'],
      'brutal',
      'design, easy, medium, hard, mock, paper',
    ],
    [['log', '1h', 'coding', '--count', 'hard'], 'kind=number'],
    [['log', '1h', 'coding', '--count', 'hard=0'], '--count', '1 or more'],
    [['log', 'soon', 'codng', '--date', '2030-01-01'], 'future', 'codng', 'not a duration'],
    [['log', '1h', 'a\u001B[31m\nb'], 'no category "a [31m b"', 'Choose one of'],
    [['init', '--level', 'L9'], '--level', 'L9', 'L6, L7'],
    [['init', '--start', '2026-02-30'], '--start', 'YYYY-MM-DD'],
    [['init', '--interview', '2026-08-01'], '--interview', 'after the start date'],
    [['init', '--weekly-hours', 'many'], '--weekly-hours', 'many'],
    [['sessions', '--limit', '0'], '--limit', '"0"'],
    [['report'], '--out'],
    [['report', '--out', '.'], 'is a folder'],
    [['report', '--out', 'r.pdf', '--paper', 'A5'], '--paper', 'A4 or Letter'],
    [['help', 'lgo'], 'Did you mean "log"?'],
  ])('is said in one line: %j', async (args, ...parts) => {
    const ended = await run([...args, '--data-dir', dataDir])
    expectRefusal(ended, ...parts)
    // An escape sequence that was typed does not come back as one.
    expect(ended.err).not.toContain('\u001B')
  })

  it('is said before there is a profile', async () => {
    expect.hasAssertions()
    for (const verb of [['status'], ['status', '--json'], ['log', '1h', 'coding']])
      expectRefusal(await run([...verb, '--data-dir', newFolder()]), 'no profile', 'loopready init')
    expectRefusal(await run(['init', '--data-dir', newFolder()]), '--level L6 or L7')
  })

  it('is said about the settings', async () => {
    expect.hasAssertions()
    expectRefusal(await run(['status', '--data-dir', '']), '--data-dir')
    expectRefusal(await run(['status', '--data-dir', aFile]), aFile)
    expectRefusal(
      await run(['status', '--data-dir', dataDir], { LOOPREADY_NOW: 'noon' }),
      'LOOPREADY_NOW',
      'noon',
    )
  })
})
