import { describe, expect, it } from 'vitest'
import { partsOfWord } from './word-parts.ts'

describe('partsOfWord', () => {
  it.each([
    ['checkout', ['checkout']],
    ['개발자는', ['개발자는']],
    ['结账服务', ['结', '账', '服', '务']],
    ['服务（全部），停', ['服', '务', '（全', '部），', '停']],
    ['「リリース」を', ['「リ', 'リー', 'ス」', 'を']],
    ['迁移19条GraphQL路由', ['迁', '移', '19', '条', 'GraphQL', '路', '由']],
    ['キャッシュ', ['キャッ', 'シュ']],
  ])('of “%s” are %j', (word, parts) => expect(partsOfWord(word)).toEqual(parts))

  it('of Thai are its words', () => {
    const parts = partsOfWord('ระบบชำระเงินทำงาน')
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.join('')).toBe('ระบบชำระเงินทำงาน')
  })
})
