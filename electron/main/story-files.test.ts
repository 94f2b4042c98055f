import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/engine.ts'
import { createStoryFiles, playbookFiles, type StoryFileDeps } from './story-files.ts'

/** A person who answers the dialogs with these paths, or cancels them. */
function withAnswers({
  save = '',
  open = [] as string[],
  replaces = false,
  playbooks = false,
} = {}) {
  const folder = temporaryFolder()
  const asked: string[] = []
  const deps: StoryFileDeps = {
    askWhere: async ({ defaultPath }) => {
      asked.push(defaultPath ?? '')
      return { canceled: save === '', filePath: save === '' ? '' : join(folder, save) }
    },
    askOpen: async () => ({
      canceled: open.length === 0,
      filePaths: open.map((name) => join(folder, name)),
    }),
    askReplace: async (name) => {
      asked.push(name)
      return replaces
    },
    documents: folder,
    dataDir: join(folder, 'data'),
  }
  const files = playbooks ? createStoryFiles(deps, playbookFiles) : createStoryFiles(deps)
  return { files, folder, asked }
}

const a = { fileName: 'a.md', text: '# A\n' }
const b = { fileName: 'b.md', text: 'مرحبا 😀' }

describe('saving stories as files', () => {
  it('asks for the place of one, and writes it there', async () => {
    const { files, folder, asked } = withAnswers({ save: 'mine.md' })
    expect(await files.save([a])).toEqual({ ok: true, value: { fileNames: ['mine.md'] } })
    expect(asked).toEqual([join(folder, 'a.md')])
    expect(readFileSync(join(folder, 'mine.md'), 'utf8')).toBe(a.text)
  })

  it('asks for a folder for several, and before a file there is replaced', async () => {
    const { files, folder, asked } = withAnswers({ open: ['out'] })
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'a.md'), 'mine')
    expect(await files.save([a, b])).toEqual({ ok: true, value: { fileNames: ['b.md'] } })
    expect(asked).toEqual(['a.md'])
    expect(readFileSync(join(folder, 'out', 'a.md'), 'utf8')).toBe('mine')
    expect(readFileSync(join(folder, 'out', 'b.md'), 'utf8')).toBe(b.text)
  })

  it('writes nothing when the person cancels', async () => {
    const { files, folder } = withAnswers()
    expect(await files.save([a])).toEqual({ ok: true, value: null })
    expect(await files.save([a, b])).toEqual({ ok: true, value: null })
    expect(readdirSync(folder)).toEqual([])
  })

  it('never leaves the folder, whatever the page calls a file', async () => {
    const { files, folder } = withAnswers({ open: ['out'] })
    mkdirSync(join(folder, 'out'))
    await files.save([{ ...a, fileName: '../../evil.md' }, b])
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['b.md', 'evil.md'])
    expect(readdirSync(folder)).toEqual(['out'])
  })

  it.each([null, 'x', [1], [{ fileName: 'x.sh', text: '' }], [{ fileName: 'x.md' }]])(
    'refuses %j',
    async (input) => {
      const { files } = withAnswers({ save: 'x.md' })
      expect(await files.save(input)).toMatchObject({ ok: false })
    },
  )

  it.each([
    { save: 'data/a.md', files: [a] },
    { open: ['data/playbooks'], files: [a, b] },
  ])('refuses the data folder, and writes nothing: %j', async ({ files: given, ...answers }) => {
    const { files, folder, asked } = withAnswers({ ...answers, replaces: true })
    mkdirSync(join(folder, 'data', 'playbooks'), { recursive: true })
    writeFileSync(join(folder, 'data', 'playbooks', 'a.md'), 'mine')
    const answer = await files.save(given)
    expect(answer).toMatchObject({
      ok: false,
      error: {
        message: '“a.md” was not saved: Loopready keeps your data in that folder.',
        hint: 'The stories are kept in Loopready. Save again and choose another place.',
      },
    })
    expect(JSON.stringify(answer)).not.toContain(folder)
    expect(asked).not.toContain('a.md')
    expect(readdirSync(join(folder, 'data'))).toEqual(['playbooks'])
    expect(readFileSync(join(folder, 'data', 'playbooks', 'a.md'), 'utf8')).toBe('mine')
  })

  it('says which file could not be written', async () => {
    const { files, folder } = withAnswers({ save: 'gone/a.md' })
    const answer = await files.save([a])
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(/“a.md”/) } })
    expect(JSON.stringify(answer)).not.toContain(folder)
  })
})

describe('choosing story files', () => {
  it('reads those that were chosen and gives their names without the folder', async () => {
    const { files, folder } = withAnswers({ open: ['b.md'] })
    writeFileSync(join(folder, 'b.md'), b.text)
    expect(await files.choose()).toEqual({ ok: true, value: [{ name: 'b.md', text: b.text }] })
  })

  it('answers null when the person cancels, and an error for a file that cannot be read', async () => {
    expect(await withAnswers().files.choose()).toEqual({ ok: true, value: null })
    const { files, folder } = withAnswers({ open: ['gone.md'] })
    const answer = await files.choose()
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage' } })
    expect(JSON.stringify(answer)).not.toContain(folder)
  })
})

describe('playbooks as files', () => {
  it('are saved as YAML, and chosen up to the size that one may have', async () => {
    const saving = withAnswers({ save: 'mine', playbooks: true })
    const em = { fileName: 'EM.yaml', text: 'id: EM' }
    expect(await saving.files.save([em])).toMatchObject({ value: { fileNames: ['mine.yaml'] } })
    expect(await saving.files.save([a])).toMatchObject({ ok: false })
    const choosing = withAnswers({ open: ['big.yaml'], playbooks: true })
    writeFileSync(join(choosing.folder, 'big.yaml'), '#'.repeat(512 * 1024 + 1))
    expect(await choosing.files.choose()).toMatchObject({
      ok: false,
      error: { message: '“big.yaml” is too large for a playbook.' },
    })
  })
})
