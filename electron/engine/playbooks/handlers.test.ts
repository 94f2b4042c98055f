import { describe, expect, it } from 'vitest'
import { playbookCalls } from '#contract/playbooks.ts'
import { Refusal } from '../refusal.ts'
import { getPlaybook, listPlaybooks, listPrinciples } from './handlers.ts'
import { loadPlaybooks } from './load.ts'
import { smallPlaybook, testFolders } from './test-folders.ts'

function libraryWith(file: string, content: string) {
  const folders = testFolders()
  folders.write(file, content)
  return loadPlaybooks(folders)
}

function errorOf(run: () => unknown) {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error
    throw thrown
  }
  throw new Error('nothing was refused')
}

describe('playbooks.list', () => {
  it('names every level and what is wrong with the files that are none', () => {
    const answer = listPlaybooks(libraryWith('mine.yaml', 'id: 8'))
    expect(playbookCalls['playbooks.list'].output.parse(answer)).toEqual(answer)
    expect(answer.playbooks.map((row) => [row.id, row.builtIn])).toEqual([
      ['L6', true],
      ['L7', true],
    ])
    expect(answer.problems[0]?.file).toBe('mine.yaml')
  })
})

describe('playbooks.get', () => {
  it('answers one level whole, in the shape of the contract', () => {
    const library = libraryWith('mine.yaml', smallPlaybook())
    for (const id of ['L6', 'L7', 'L8']) {
      const answer = getPlaybook(library, { id })
      expect(answer.id).toBe(id)
      expect(playbookCalls['playbooks.get'].output.parse(answer)).toEqual(answer)
    }
  })

  it('refuses one that there is not, with those that there are', () => {
    expect(
      errorOf(() => getPlaybook(libraryWith('mine.yaml', smallPlaybook()), { id: 'L9' })),
    ).toEqual({
      code: 'not-found',
      field: 'id',
      message: 'There is no playbook "L9".',
      hint: 'Choose one of L6, L7, L8.',
    })
  })

  it('says that the file is broken where one of that name is', () => {
    expect(errorOf(() => getPlaybook(libraryWith('L8.yaml', 'id: ['), { id: 'L8' }))).toMatchObject(
      {
        code: 'playbook-broken',
        field: 'id',
        message: expect.stringMatching(
          /^The playbook "L8" cannot be read: L8\.yaml:1:\d+: expected /,
        ),
      },
    )
  })
})

describe('playbooks.principles', () => {
  it('answers all sixteen', () => {
    const answer = listPrinciples(libraryWith('mine.yaml', smallPlaybook()))
    expect(playbookCalls['playbooks.principles'].output.parse(answer)).toHaveLength(16)
  })
})
