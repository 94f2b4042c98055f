import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { verbs } from './verbs.ts'

const page = readFileSync(new URL('../../docs/TERMINAL.md', import.meta.url), 'utf8')
const table = page.slice(page.indexOf('## Verbs'), page.indexOf('A first day:'))

it('docs/TERMINAL.md lists every verb, and no other', () => {
  const cells = [...table.matchAll(/^\| (`[^|]+`)/gm)].map(([, cell = '']) => cell)
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name))
  expect(new Set(listed)).toEqual(new Set(verbs.map(({ name }) => name)))
})

const sections = page.split(/^### /m).slice(1)

/** What the page says of a verb: the sections that have it in their heading, or name it as it is typed. */
function saidOf(verb: string): string {
  const typed = new RegExp(`\`${verb}[ \`]`)
  return sections
    .filter((text) => text.split('\n')[0]?.split(', ').includes(verb) === true || typed.test(text))
    .join('\n')
}

it.each(verbs)('docs/TERMINAL.md names every option of $name where it explains it', (verb) => {
  const said = saidOf(verb.name)
  const unsaid = Object.keys(verb.options).filter((option) => !said.includes(`--${option}`))
  expect(unsaid).toEqual([])
})
