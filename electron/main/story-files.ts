import { access, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { ChosenStoryFile, SavedStoryFiles } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import type { StoryFile } from '#contract/story-files.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { placeErrorOf, writeErrorOf } from './write-error.ts'

/** The largest file that is read, and how many at once: what the engine takes. */
const largestFile = 12_000_000
const mostFiles = 2000

export type StoryFileDeps = Readonly<{
  /** The dialogs, opened over the window where there is one. */
  askWhere: (options: SaveDialogOptions) => ReturnType<Dialog['showSaveDialog']>
  askOpen: (options: OpenDialogOptions) => ReturnType<Dialog['showOpenDialog']>
  askReplace: (fileName: string) => Promise<boolean>
  /** The folder offered first. */
  documents: string
  /** The folder of the data, where nothing is saved. */
  dataDir: string
}>

export type StoryFiles = Readonly<{
  save(files: unknown): Promise<Result<SavedStoryFiles | null>>
  choose(): Promise<Result<readonly ChosenStoryFile[] | null>>
}>

/** What sort of text file is saved and chosen. */
type Kind = Readonly<{
  filters: { name: string; extensions: string[] }[]
  /** What every saved file ends in. */
  ending: string
  /** Bytes. */
  largest: number
  tooLarge: Readonly<{ of: string; hint: string }>
  /** Said where a file could not be written. */
  kept: string
  noSuch: string
}>

const stories: Kind = {
  filters: [{ name: 'Markdown', extensions: ['md', 'markdown', 'txt'] }],
  ending: '.md',
  largest: largestFile,
  tooLarge: { of: 'a story', hint: 'Choose files of 12 MB at most.' },
  kept: 'The stories are kept in Loopready.',
  noSuch: 'These are no story files.',
}

/** Playbooks as YAML. */
export const playbookFiles: Kind = {
  filters: [{ name: 'YAML', extensions: ['yaml', 'yml'] }],
  ending: '.yaml',
  largest: 512 * 1024,
  tooLarge: { of: 'a playbook', hint: 'Choose files of 512 KiB at most.' },
  kept: 'The playbook is kept in Loopready.',
  noSuch: 'These are no playbook files.',
}

/** Saves stories (or another kind) as files where the person says, and reads those that the person chooses. */
export function createStoryFiles(deps: StoryFileDeps, kind: Kind = stories): StoryFiles {
  let folder = deps.documents

  /** The places of one file: a save dialog, which asks itself before it replaces one. */
  async function placeOfOne(file: StoryFile): Promise<string | null> {
    const answer = await deps.askWhere({
      defaultPath: join(folder, basename(file.fileName)),
      filters: kind.filters,
    })
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  }

  /** The places of several files: a folder, and a question for each that would be replaced. */
  async function placesOfMany(files: readonly StoryFile[]): Promise<readonly string[] | null> {
    const answer = await deps.askOpen({
      defaultPath: folder,
      buttonLabel: 'Save here',
      properties: ['openDirectory', 'createDirectory'],
    })
    const [chosen] = answer.filePaths
    if (answer.canceled || chosen === undefined) return null
    // Whatever the page calls them, the files stay in the folder that was chosen.
    return files.map((file) => join(chosen, basename(file.fileName)))
  }

  async function write(path: string, text: string): Promise<boolean> {
    await writeAtomically(path, text)
    folder = dirname(path)
    return true
  }

  return {
    async save(files) {
      if (!areFiles(files, kind.ending)) return refused(kind)
      const [first] = files
      if (first === undefined) return { ok: true, value: { fileNames: [] } }
      const isOne = files.length === 1
      const one = isOne ? await placeOfOne(first) : null
      const places = isOne ? (one === null ? null : [one]) : await placesOfMany(files)
      if (places === null) return { ok: true, value: null }
      const fileNames: string[] = []
      for (const [index, place] of places.entries()) {
        const path = extname(place) === '' ? `${place}${kind.ending}` : place
        const isOurs = await placeErrorOf(deps.dataDir, path, kind.kept)
        if (isOurs !== null) return { ok: false, error: isOurs }
        const mayWrite =
          path === one || !(await isThere(path)) || (await deps.askReplace(basename(path)))
        if (!mayWrite) continue
        try {
          await write(path, files[index]?.text ?? '')
          fileNames.push(basename(path))
        } catch (error) {
          return { ok: false, error: writeErrorOf(error, path, kind.kept) }
        }
      }
      return { ok: true, value: { fileNames } }
    },

    async choose() {
      const answer = await deps.askOpen({
        defaultPath: folder,
        filters: kind.filters,
        properties: ['openFile', 'multiSelections'],
      })
      if (answer.canceled || answer.filePaths.length === 0) return { ok: true, value: null }
      if (answer.filePaths.length > mostFiles)
        return {
          ok: false,
          error: { code: 'invalid-input', message: 'Choose 2,000 files at most.' },
        }
      const chosen: ChosenStoryFile[] = []
      for (const path of answer.filePaths) {
        const name = basename(path)
        try {
          if ((await stat(path)).size > kind.largest)
            return {
              ok: false,
              error: {
                code: 'invalid-input',
                message: `“${name}” is too large for ${kind.tooLarge.of}.`,
                hint: kind.tooLarge.hint,
              },
            }
          chosen.push({ name, text: await readFile(path, 'utf8') })
        } catch {
          return {
            ok: false,
            error: {
              code: 'storage',
              message: `“${name}” could not be read.`,
              hint: 'Check that it is still there and that you may open it.',
            },
          }
        }
      }
      return { ok: true, value: chosen }
    },
  }
}

function refused({ noSuch }: Kind): Result<never> {
  return { ok: false, error: { code: 'invalid-input', message: noSuch } }
}

function areFiles(files: unknown, ending: string): files is readonly StoryFile[] {
  return (
    Array.isArray(files) &&
    files.every(
      (file: unknown) =>
        typeof file === 'object' &&
        file !== null &&
        'fileName' in file &&
        'text' in file &&
        typeof file.text === 'string' &&
        typeof file.fileName === 'string' &&
        extname(file.fileName) === ending &&
        basename(file.fileName) !== ending,
    )
  )
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
