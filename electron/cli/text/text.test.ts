import { describe, expect, it } from 'vitest'
import { bar } from './bar.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

describe('printable text', () => {
  it('cannot steer the terminal or break the line', () => {
    expect(printable('a\u001B[31mred\u0007\nb\r\tc\u009B2J\u202Ed')).toBe('a [31mred b c 2J d')
  })

  it('keeps every other letter', () => {
    expect(printable(' Zoë 👩‍👩‍👧 設計 ')).toBe('Zoë 👩‍👩‍👧 設計')
  })
})

describe('a bar', () => {
  it.each([
    [0, undefined, '········'],
    [0.5, undefined, '████····'],
    [0.53125, undefined, '████▎···'],
    [1, undefined, '████████'],
    [7, undefined, '████████'],
    [-1, undefined, '········'],
    [0.25, 0.5, '██··│···'],
    [0.75, 0.5, '██████··'],
    [0, 1, '·······│'],
    [0, 0, '│·······'],
  ])('filled to %d with a mark at %s', (part, mark, drawn) => {
    expect(bar(part, 8, mark)).toBe(drawn)
  })
})

describe('a table', () => {
  it('lines columns up whatever they hold', () => {
    expect(
      table(
        [
          ['\u001B[32mab\u001B[39m', '1', 'x'],
          ['設計', '22', ''],
          ['é', '333', 'y'],
        ],
        ['left', 'right', 'left'],
      ),
    ).toEqual(['\u001B[32mab\u001B[39m      1  x', '設計   22', 'é     333  y'])
  })
})
