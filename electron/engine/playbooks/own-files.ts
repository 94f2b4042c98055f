import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { codeOf, refuse } from '../refusal.ts'
import { textOfFile } from './data-file.ts'
import { playbookFileName } from './file-names.ts'
import { yamlFiles } from './load.ts'

/** The folder of the user's own playbooks. */
export function ownFolder(dataDir: string): string {
  return path.join(dataDir, 'playbooks')
}

/** The YAML files of a folder by name; null where there is no such folder, or it cannot be read. */
export function ownFiles(folder: string): readonly string[] | null {
  try {
    return yamlFiles(folder)
  } catch {
    return null
  }
}

/** The text of an own file; null where there is none that can be read. */
export function ownText(folder: string, file: string): string | null {
  return playbookFileName.safeParse(file).success ? textOfFile(path.join(folder, file)) : null
}

/** What tells whether any file of a folder was changed, without reading one. */
export function signatureOf(folder: string): string {
  const files = ownFiles(folder)
  if (files === null) return ''
  return files
    .map((file) => {
      const {
        ino = 0,
        size = 0,
        mtimeMs = 0,
      } = statSync(path.join(folder, file), { throwIfNoEntry: false }) ?? {}
      return `${file}/${ino}/${size}/${mtimeMs}`
    })
    .join('\n')
}

/**
 * Puts a text at a file of the folder, or removes the file (`text` null), at once or not at all; whoever looks sees
 * the old text or the new one. Only the person's own account can read it. Refuses with `storage`.
 */
export function putOwnText(folder: string, file: string, text: string | null): void {
  const place = path.join(folder, playbookFileName.parse(file))
  const beside = path.join(folder, `.${file}.${randomUUID()}.tmp`)
  try {
    if (text === null) {
      rmSync(place, { force: true })
      return
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = openSync(beside, 'wx', 0o600)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, place)
  } catch (thrown) {
    try {
      unlinkSync(beside)
    } catch {
      // It was not made.
    }
    refuse({
      code: 'storage',
      message: `The playbook file ${file} cannot be written (${codeOf(thrown) || 'unknown reason'}), so nothing was saved.`,
      hint: 'Check that the folder playbooks in the data folder belongs to you and that the disk has room.',
    })
  }
}
