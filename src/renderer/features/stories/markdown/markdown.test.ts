import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

const drawn = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

describe('a text in Markdown', () => {
  it('shows emphasis, lists, quotes, code and tables', () => {
    const html = drawn(
      '**bold** _soft_ `x < y`\n\n- one\n- two\n\n> quoted\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |',
    )
    for (const part of [
      '<strong>bold</strong>',
      '<em>soft</em>',
      '<code>x &lt; y</code>',
      '<li dir="auto">one</li>',
      '<blockquote dir="auto">',
      '<pre><code>code</code></pre>',
      '<td dir="auto">2</td>',
    ])
      expect(html).toContain(part)
  })

  it('keeps line breaks and lets each paragraph choose its direction', () => {
    expect(drawn('one\ntwo\n\nمرحبا')).toBe(
      '<div class="stories-markdown"><p dir="auto">one<br/>two</p><p dir="auto">مرحبا</p></div>',
    )
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'a <b onclick="x">b</b> c',
    '<iframe src="https://example.com"></iframe>',
    '![x](https://example.com/x.png)',
    '[x](javascript:alert(1))',
    '<https://example.com>',
    '[x]: javascript:alert(1)\n\n[x]',
    '<svg><style>*{display:none}</style></svg>',
    '&lt;img src=x onerror=alert(1)&gt;',
  ])('makes no element and no address of %j', (text) => {
    const html = drawn(text)
    const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name)
    expect(
      tags.filter((tag) => !['div', 'p', 'span', 'br', 'strong', 'em'].includes(tag ?? '')),
    ).toEqual([])
    expect(html).not.toMatch(/<[^>]* (href|src|style|on\w+)=/)
  })

  it('shows tags as they were typed', () => {
    expect(drawn('a <b>c</b>')).toContain('&lt;b&gt;')
    expect(drawn('<script>x</script>')).toContain('&lt;script&gt;x&lt;/script&gt;')
  })

  it.each([
    ['quotes', '>'.repeat(5000)],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*'.repeat(20_000)],
    ['words', 'word '.repeat(20_000)],
  ])('does not break on many %s', (_, text) => {
    expect(drawn(text).length).toBeGreaterThan(0)
  })
})
