import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BuiltInDataError, loadPlaybooks } from './load.ts'
import { placeOf, smallPlaybook, testFolders } from './test-folders.ts'

describe('a playbook of the user’s own', () => {
  it('stands beside the built-in ones', () => {
    const folders = testFolders()
    folders.write('mine.yaml', smallPlaybook())
    const library = loadPlaybooks(folders)
    expect(library.problems).toEqual([])
    expect(library.list().map(({ id, builtIn }) => [id, builtIn])).toEqual([
      ['L6', true],
      ['L7', true],
      ['L8', false],
    ])
    expect(library.get('L8')?.milestones[0]?.target).toEqual({
      min: 5,
      max: 8,
      approximate: false,
      open: false,
    })
    expect(library.categoryOf('L8', 'reading')?.name).toBe('Reading')
    expect(library.categoryOf('L8', 'coding')).toBeUndefined()
    expect(library.categoryOf('L9', 'coding')).toBeUndefined()
  })

  it('may start with a byte order mark and have Windows line ends', () => {
    const folders = testFolders()
    folders.write('mine.yml', `\uFEFF${smallPlaybook().replaceAll('\n', '\r\n')}`)
    expect(loadPlaybooks(folders).problems).toEqual([])
    expect(loadPlaybooks(folders).get('L8')?.name).toBe('L8 director')
  })

  it('may be a copy of a built-in one under another id', () => {
    const folders = testFolders()
    folders.write('mine.yaml', folders.shipped('L7.yaml').replace('id: L7', 'id: L7-mine'))
    const library = loadPlaybooks(folders)
    expect(library.problems).toEqual([])
    expect(library.get('L7-mine')?.plan).toEqual(library.get('L7')?.plan)
  })

  it('cannot take the id of a built-in one, in any spelling', () => {
    for (const id of ['L6', 'l6']) {
      const folders = testFolders()
      folders.write('mine.yaml', smallPlaybook('id: L8', `id: ${id}`))
      const library = loadPlaybooks(folders)
      expect(library.get('L6')?.name).toBe('L6 engineering manager')
      expect(library.problems.map((problem) => problem.message)).toEqual([
        `mine.yaml:2:5: id: expected an id that no other playbook has, found "${id}", the id of the built-in L6`,
      ])
    }
  })

  it('cannot take the id of another of the user’s', () => {
    const folders = testFolders()
    folders.write('a.yaml', smallPlaybook())
    folders.write('b.yaml', smallPlaybook('L8 director', 'Another'))
    const library = loadPlaybooks(folders)
    expect(library.get('L8')?.name).toBe('L8 director')
    expect(library.problems).toEqual([
      {
        file: 'b.yaml',
        message:
          'b.yaml:2:5: id: expected an id that no other playbook has, found "L8", the id of a.yaml',
      },
    ])
  })

  it('does not stop the others when it is broken', () => {
    const folders = testFolders()
    folders.write('a.yaml', 'id: [')
    folders.write('b.yaml', smallPlaybook())
    const library = loadPlaybooks(folders)
    expect(library.list().map((row) => row.id)).toEqual(['L6', 'L7', 'L8'])
    expect(library.problems.map((problem) => problem.file)).toEqual(['a.yaml'])
  })

  it('is told where a mapping names a category that the other level does not have', () => {
    const folders = testFolders()
    const content = smallPlaybook('category: strategic-thinking', 'category: dreaming')
    folders.write('mine.yaml', content)
    const library = loadPlaybooks(folders)
    expect(library.get('L8')).toBeDefined()
    expect(library.problems.map((problem) => problem.message)).toEqual([
      `mine.yaml:${placeOf(content, 'dreaming')}: mappings[0].category: expected a category of L7 ` +
        '(strategic-thinking, architecture, org-leadership, credibility), found "dreaming"; this mapping is ignored',
    ])
  })

  it('is looked for in YAML files only, and in none where there is no folder', () => {
    const folders = testFolders()
    folders.write('notes.txt', 'not a playbook')
    folders.write('.mine.yaml.swp', 'an editor was here')
    folders.write('.mine.yaml', 'hidden')
    expect(loadPlaybooks(folders).problems).toEqual([])
    rmSync(folders.userDir, { recursive: true })
    expect(loadPlaybooks(folders).problems).toEqual([])
  })
})

describe('a broken built-in file stops the start, since it is our fault', () => {
  it('with the same message', () => {
    const folders = testFolders()
    folders.breakShipped('playbooks/L6.yaml', 'share: 35', 'share: lots')
    const place = placeOf(folders.shipped('L6.yaml'), 'lots\n')
    expect(() => loadPlaybooks(folders)).toThrow(BuiltInDataError)
    expect(() => loadPlaybooks(folders)).toThrow(
      `L6.yaml:${place}: plan.categories[0].share: expected a number from 0 to 100, found "lots"`,
    )
  })

  it('for a mapping to nowhere', () => {
    const folders = testFolders()
    folders.breakShipped('playbooks/L7.yaml', 'category: deep-dives', 'category: dives')
    expect(() => loadPlaybooks(folders)).toThrow(
      /mappings\[3\]\.category: expected a category of L6/,
    )
  })

  it('for principles that are not sixteen', () => {
    const folders = testFolders()
    folders.breakShipped('principles.yaml', '    minStories: 3\n', '')
    expect(() => loadPlaybooks(folders)).toThrow(
      /principles\.yaml:\d+:\d+: principles\[0\]\.minStories: expected a whole number from 0 to 20, but the key/,
    )
  })
})

describe('what was loaded', () => {
  it('cannot be changed by whoever gets it', () => {
    const book = loadPlaybooks(testFolders()).get('L6')
    expect(() => book?.plan.categories.pop()).toThrow(TypeError)
    expect(book?.plan.categories).toHaveLength(4)
  })
})

describe('the guide to playbooks', () => {
  it('shows an example that works', () => {
    const guide = readFileSync(
      path.resolve(import.meta.dirname, '../../../docs/PLAYBOOKS.md'),
      'utf8',
    )
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
    const folders = testFolders()
    folders.write('EM.yaml', example)
    const library = loadPlaybooks(folders)
    expect(library.problems).toEqual([])
    expect(library.get('EM')?.plan.categories.map((row) => row.slug)).toEqual(['stories', 'design'])
    folders.write('EM.yaml', example.replace('share: 60', 'share: lots'))
    const [problem] = loadPlaybooks(folders).problems
    expect(guide).toContain(problem?.message)
  })
})
