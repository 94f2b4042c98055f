import type { DueStory } from '#contract/rehearsals.ts'
import { formatCount } from '#domain/readable.ts'
import { valueOf } from '../complaint.ts'
import { table } from '../text/table.ts'
import { storyHandle, titleOf } from '../typed-story.ts'
import { defineVerb, type Paint } from '../verb.ts'

/** Lists the stories to rehearse, in the order in which to take them. */
export const due = defineVerb({
  name: 'due',
  operands: '',
  takes: [0, 0],
  summary: 'List the stories to rehearse today, and why',
  details: `Ready stories that were never rehearsed come first, then what has waited longest. Rehearsing itself is done in the
window, under Practice.

Examples
  loopready due
  loopready due --all --json`,
  options: {
    all: { type: 'flag', help: 'Also those of later days.' },
    json: {
      type: 'flag',
      help: 'Print JSON: the day, days left, and the stories with their reasons.',
    },
  },
  run: async ({ engine, print, paint }, { all, json }) => {
    const found = valueOf(await engine().call('rehearsals.due', {}))
    const stories = found.stories.filter(({ state }) => all || state !== 'later')
    if (json) print(JSON.stringify({ ...found, stories }, null, 2))
    else if (stories.length > 0) print(lines(stories, paint))
    else
      print(
        found.stories.length > 0
          ? 'Nothing is due today. "loopready due --all" lists the days to come.'
          : 'No story is ready to be rehearsed.',
      )
  },
})

function lines(stories: readonly DueStory[], paint: Paint): string {
  const rows = table(
    stories.map(({ story, dueOn, reason }) => [
      paint('dim', storyHandle(story)),
      dueOn,
      titleOf(story),
      reason,
    ]),
    ['left', 'left', 'left', 'left'],
  )
  const now = stories.filter(({ state }) => state !== 'later').length
  const all = formatCount(now, { one: 'story', many: 'stories' })
  return [...rows, '', `${all} to rehearse today.`].join('\n')
}
