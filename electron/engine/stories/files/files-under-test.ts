import type { Story } from '#contract/story.ts'
import type { openEngine } from '../../../../tests/support/engine.ts'

// For the tests of this folder only.

type Setup = Pick<ReturnType<typeof openEngine>, 'ask'>

/** The whole bank as files to import. */
export async function exportedFiles({ ask }: Setup) {
  const files = await ask('stories.exportMarkdown', {})
  return files.map(({ fileName, text }) => ({ name: fileName, text }))
}

export async function wholeBank({ ask }: Setup): Promise<Story[]> {
  const list = await ask('stories.list', {})
  return Promise.all(list.map(({ id }) => ask('stories.get', { id })))
}

/** What an import may not lose: all but the version's number and the moment of the last save. */
export function lasting(stories: readonly Story[]) {
  return stories
    .map(({ version: _version, changedAt: _changedAt, ...rest }) => rest)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
