import type { Question } from '#contract/questions.ts'
import { drillOrder, filteredQuestions } from '#domain/questions.ts'
import { formatCount } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { principleNamed } from '../principle-named.ts'
import { printable } from '../text/printable.ts'
import { defineVerb } from '../verb.ts'

/** Lists interview questions, or asks one. */
export const questions = defineVerb({
  name: 'questions',
  operands: '',
  takes: [0, 0],
  summary: 'List interview questions, or ask one at random',
  details: `--random asks the one that was answered longest ago; chance decides among those that never were.

Examples
  loopready questions --principle "Dive Deep"
  loopready questions --level L7 --random`,
  options: {
    principle: { type: 'text', value: 'NAME', help: 'Of it: its name, short head or id.' },
    level: { type: 'text', value: 'LEVEL', help: 'Asked at it.' },
    own: { type: 'flag', help: 'Only your own.' },
    random: { type: 'flag', help: 'One of them.' },
    json: { type: 'flag', help: 'Print JSON: an array of questions.' },
  },
  run: async ({ engine, print }, { principle, level, own, random, json }) => {
    const principles = valueOf(await engine().call('playbooks.principles', {}))
    const { playbooks } = valueOf(await engine().call('playbooks.list', {}))
    const all = valueOf(await engine().call('questions.list', {}))
    const found = filteredQuestions(all, {
      principle: principle === undefined ? undefined : principleNamed(principle, principles),
      level: level === undefined ? undefined : levelNamed(level, playbooks),
      show: own ? 'own' : 'all',
    })
    // The last digits of the engine's clock would not do: two calls within a second may ask the same.
    const seed = crypto.getRandomValues(new Int32Array(1))[0] ?? 0
    const listed = random ? drillOrder(found, seed).slice(0, 1) : found
    if (json) print(JSON.stringify(listed, null, 2))
    else if (listed.length === 0) print('No question is like that.')
    else print(lines(listed, random))
  },
})

function levelNamed(typed: string, playbooks: readonly Readonly<{ id: string }>[]): string {
  const found = playbooks.find(({ id }) => id.toLowerCase() === typed.trim().toLowerCase())
  const ids = playbooks.map(({ id }) => id).join(', ')
  return found?.id ?? complain(`--level: there is no level "${typed}". Choose one of ${ids}.`)
}

function lines(listed: readonly Question[], random: boolean): string {
  const texts = listed.map(({ text }) => printable(text))
  if (random) return texts.join('\n')
  const count = formatCount(listed.length, { one: 'question', many: 'questions' })
  return [...texts, '', `${count}.`].join('\n')
}
