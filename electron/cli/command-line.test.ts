import { describe, expect, it } from 'vitest'
import { readCommand } from './command-line.ts'
import { defineVerb } from './verb.ts'

const nothing = async () => undefined
const verbs = [
  defineVerb({
    name: 'log',
    operands: '<duration> <category>',
    takes: [2, 3],
    summary: 'Log',
    options: {
      note: { type: 'text', value: 'TEXT', help: 'A note.' },
      count: { type: 'list', value: 'KIND=N', help: 'A count.' },
      json: { type: 'flag', help: 'JSON.' },
    },
    run: nothing,
  }),
  defineVerb({
    name: 'status',
    operands: '',
    takes: [0, 0],
    summary: 'Show',
    options: {},
    run: nothing,
  }),
]

const read = (...args: string[]) => readCommand(args, verbs)
const given = (...args: string[]) => {
  const command = read('log', '1h', 'coding', ...args)
  return command.kind === 'run' ? command.given : {}
}

describe('the command line', () => {
  it('takes the data folder before and after the verb', () => {
    expect(read('--data-dir', 'd', 'status')).toMatchObject({
      dataDir: 'd',
      verb: { name: 'status' },
    })
    expect(read('status', '--data-dir=d')).toMatchObject({ dataDir: 'd', verb: { name: 'status' } })
    expect(read('status')).toMatchObject({ dataDir: undefined })
  })

  it('fills in what was not given', () => {
    expect(given()).toMatchObject({ note: undefined, count: [], json: false })
  })

  it('collects what is given again, and takes the last of what is one', () => {
    expect(given('--count', 'a=1', '--count=b=2', '--note', 'x', '--note', 'y')).toMatchObject({
      count: ['a=1', 'b=2'],
      note: 'y',
    })
  })

  it('takes a negative number for an operand and a value, not for options', () => {
    expect(read('log', '-90', 'coding')).toMatchObject({ operands: ['-90', 'coding'] })
    expect(given('--note', '-5 points')).toMatchObject({ note: '-5 points' })
  })

  it('takes everything after "--" as it is', () => {
    expect(read('log', '--', '1h', '--note')).toMatchObject({ operands: ['1h', '--note'] })
  })

  it('asks for help by verb, and in all', () => {
    expect(read('log', '--help')).toMatchObject({ kind: 'help', verb: { name: 'log' } })
    expect(read('log', '-h')).toMatchObject({ kind: 'help', verb: { name: 'log' } })
    expect(read('--help')).toEqual({ kind: 'help', verb: undefined })
    expect(read()).toEqual({ kind: 'help', verb: undefined })
    expect(read('--version')).toEqual({ kind: 'version' })
  })

  it.each([
    [['lgo'], 'There is no verb "lgo". Did you mean "log"? "loopready help" lists the verbs.'],
    [['log'], '"log" needs <duration> <category>. "loopready log --help" says more.'],
    [['status', 'now'], '"status" cannot use "now". "loopready status --help" says more.'],
    [
      ['log', '1h', 'coding', '--notes', 'x'],
      '--notes is not an option of "log". Did you mean --note? "loopready log --help" says more.',
    ],
    [['log', '1h', 'coding', '--note'], '--note needs a value: --note TEXT.'],
    [['log', '1h', 'coding', '--note', '--json'], '--note needs a value: --note TEXT.'],
    [['log', '1h', 'coding', '--json=yes'], '--json takes no value; leave out "=yes".'],
    [
      ['--dta-dir', 'x'],
      '--dta-dir is not an option of "loopready". Did you mean --data-dir? "loopready help" says more.',
    ],
    [['--verbose'], '--verbose is not an option of "loopready". "loopready help" says more.'],
    [
      ['status', '--__proto__'],
      '--__proto__ is not an option of "status". "loopready status --help" says more.',
    ],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => read(...args)).toThrow(message)
  })
})
