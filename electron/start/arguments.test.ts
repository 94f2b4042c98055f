import { describe, expect, it } from 'vitest'
import { help, readStartArguments } from './arguments.ts'

describe('the options of npm start', () => {
  it('leave everything open when there are none', () => {
    expect(readStartArguments([])).toEqual({
      shell: null,
      open: true,
      port: null,
      dataDir: undefined,
      help: false,
    })
  })

  it.each([
    [['--shell=browser'], { shell: 'browser' }],
    [['--shell', 'desktop'], { shell: 'desktop' }],
    [['--no-open'], { open: false }],
    [['--port', '4100'], { port: 4100 }],
    [['--port=65535', '--shell=browser'], { port: 65_535, shell: 'browser' }],
    [['--data-dir', 'a b'], { dataDir: 'a b' }],
    [['--help'], { help: true }],
    [['-h'], { help: true }],
  ])('are read from %j', (argv, expected) => {
    expect(readStartArguments(argv)).toMatchObject(expected)
  })

  it.each([
    [['--foo'], 'There is no option --foo.'],
    [['--foo=1'], 'There is no option --foo.'],
    [['--open'], 'There is no option --open.'],
    [['-x'], 'There is no option -x.'],
    [['browser'], '"browser" is not an option.'],
    [['--port'], '--port needs a value.'],
    [['--port', '-1'], '--port needs a value.'],
    [['--port=0'], '"0" is not a port.'],
    [['--port=65536'], '"65536" is not a port.'],
    [['--port=80.5'], '"80.5" is not a port.'],
    [['--port=0x50'], '"0x50" is not a port.'],
    [['--port='], '"" is not a port.'],
    [['--shell'], '--shell needs a value.'],
    [['--shell=window'], 'There is no shell "window".'],
    [['--no-open=1'], '--no-open takes no value.'],
    [['--help=1'], '--help takes no value.'],
    [['--shell=desktop', '--no-open'], '--no-open belongs to the browser shell.'],
    [['--shell=desktop', '--port=4100'], '--port belongs to the browser shell.'],
  ])('that cannot be used are named: %j', (argv, message) => {
    expect(() => readStartArguments(argv)).toThrow(message)
  })

  it('all stand in the help', () => {
    for (const option of ['shell=desktop', 'shell=browser', 'no-open', 'port', 'data-dir', 'help'])
      expect(help).toContain(`  --${option} `)
  })
})
