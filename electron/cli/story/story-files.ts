import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { codeOf } from '#engine/refusal.ts'
import { complain } from '../complaint.ts'

/** A Markdown file as the engine takes it. */
type MarkdownFile = Readonly<{ name: string; text: string }>

/** Reads one file, or every `.md` file of a folder by name. Complains about what cannot be read, and about none. */
export async function readMarkdown(path: string, typed: string): Promise<MarkdownFile[]> {
  try {
    const found = await stat(path)
    if (!found.isDirectory()) return [await readOne(path)]
    const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.md'))
    if (names.length === 0) complain(`"${typed}" holds no .md file.`)
    return await Promise.all(names.toSorted().map((name) => readOne(join(path, name))))
  } catch (error) {
    if (codeOf(error) === '') throw error
    return complain(`"${typed}" cannot be read: ${reasonNotRead(error)}.`)
  }
}

async function readOne(path: string): Promise<MarkdownFile> {
  const bytes = await readFile(path)
  try {
    return { name: basename(path), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return complain(`"${basename(path)}" is no UTF-8 text. Save it as UTF-8.`)
  }
}

function reasonNotRead(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'there is no such file or folder'
    case 'ENOTDIR':
      return 'part of its path is a file'
    case 'EISDIR':
      return 'there is a folder with the name of a file'
    case 'EACCES':
    case 'EPERM':
      return 'you have no right to read it'
    default:
      return `the system says ${codeOf(error)}`
  }
}
