import type { Principle } from '#contract/playbooks.ts'
import type { StoryFilter } from '#contract/stories.ts'
import type { StoryStatus, StorySummary } from '#contract/story.ts'
import { formatCount } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { principleNamed } from '../principle-named.ts'
import { table } from '../text/table.ts'
import { storyHandle, titleOf } from '../typed-story.ts'
import { defineVerb, type Paint } from '../verb.ts'

/** Lists the stories of the bank. */
export const stories = defineVerb({
  name: 'stories',
  operands: '',
  takes: [0, 0],
  summary: 'List the stories, the last changed first',
  details: `The principles of a story are shown by their short heads, the primary one first.

Examples
  loopready stories --status ready
  loopready stories --principle "Dive Deep"
  loopready stories --text "checkout latency" --json`,
  options: {
    status: { type: 'text', value: 'STATUS', help: 'draft, ready, rehearsed or retired.' },
    principle: { type: 'text', value: 'NAME', help: 'That serve it: its name, short head or id.' },
    tag: { type: 'text', value: 'TAG', help: 'That carry it.' },
    text: { type: 'text', value: 'TEXT', help: 'In which all these words stand.' },
    json: { type: 'flag', help: 'Print JSON: an array of stories without their long texts.' },
  },
  run: async ({ engine, print, paint }, { status, principle, tag, text, json }) => {
    const principles = valueOf(await engine().call('playbooks.principles', {}))
    const filter: StoryFilter = {
      ...(status === undefined ? {} : { statuses: [statusNamed(status)] }),
      ...(principle === undefined ? {} : { principles: [principleNamed(principle, principles)] }),
      ...(tag === undefined ? {} : { tags: [tag] }),
      ...(text === undefined ? {} : { text }),
    }
    const listed = valueOf(await engine().call('stories.list', { filter }))
    if (json) print(JSON.stringify(listed, null, 2))
    else if (listed.length > 0) print(lines(listed, principles, paint))
    else
      print(
        Object.keys(filter).length > 0
          ? 'No story is like that.'
          : 'No stories yet. Add one with: loopready story add --file story.md',
      )
  },
})

const statuses: readonly StoryStatus[] = ['draft', 'ready', 'rehearsed', 'retired']

function statusNamed(typed: string): StoryStatus {
  return (
    statuses.find((status) => status === typed.toLowerCase()) ??
    complain(`--status: there is no status "${typed}". Choose one of ${statuses.join(', ')}.`)
  )
}

function lines(
  listed: readonly StorySummary[],
  principles: readonly Principle[],
  paint: Paint,
): string {
  const short = (id: string) => principles.find((row) => row.id === id)?.short ?? id
  const rows = table(
    listed.map((story) => [
      paint('dim', storyHandle(story)),
      story.status,
      story.level ?? '',
      [story.primaryPrinciple ?? [], story.secondaryPrinciples].flat().map(short).join(' '),
      titleOf(story),
    ]),
    ['left', 'left', 'left', 'left', 'left'],
  )
  const can = listed.filter(({ status }) => status === 'ready' || status === 'rehearsed').length
  const all = formatCount(listed.length, { one: 'story', many: 'stories' })
  return [...rows, '', `${all}, ${can} ready or rehearsed.`].join('\n')
}
