import { complain } from '../complaint.ts'
import { meant } from '../command-line.ts'
import { addStory } from '../story/add.ts'
import { exportStories } from '../story/export.ts'
import { importStories } from '../story/import.ts'
import { lintStories } from '../story/lint.ts'
import { showStory } from '../story/show.ts'
import type { StoryAction } from '../story/story-action.ts'
import { storyHelp } from '../typed-story.ts'
import { defineVerb } from '../verb.ts'

/** What can be done with a story, by the word that follows the verb. */
const actions: Readonly<Record<string, StoryAction>> = {
  show: showStory,
  add: addStory,
  export: exportStories,
  import: importStories,
  lint: lintStories,
}

/** Shows a story, adds one, and takes stories out and in as Markdown files. */
export const story = defineVerb({
  name: 'story',
  operands: `<${Object.keys(actions).join('|')}> [<story>|DIR]`,
  takes: [1, 2],
  summary: 'Show, add or check a story, or take stories out and in as Markdown files',
  details: `${storyHelp}

  story show <story>     prints it, with its figures from the ledger
  story add --file FILE  adds the story of a Markdown file
  story export DIR       writes every story as a Markdown file
  story import DIR       reads every .md file of a folder (or one file); nothing of it while one cannot be read
  story lint [<story>]   checks one story, or all: advice, so it succeeds whatever it finds

Examples
  loopready story show 3fa9c1
  loopready story export stories && loopready story import stories`,
  options: {
    file: { type: 'text', value: 'FILE', help: 'The Markdown file to add.' },
    existing: {
      type: 'text',
      value: 'WAY',
      help: 'What an import does with a story that is here and differs: replace (a new version of it), copy or skip.',
    },
    all: { type: 'flag', help: 'With lint: mild findings and those marked as intended too.' },
    json: { type: 'flag', help: 'Print JSON.' },
  },
  run: async (terminal, given, [name = '', operand]) => {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (!action)
      return complain(
        `"story" cannot "${name}".${meant(name, Object.keys(actions))} "loopready story --help" says more.`,
      )
    await action(terminal, given, operand)
  },
})
