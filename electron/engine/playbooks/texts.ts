import { refuse } from '../refusal.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { playbookFileText } from './file-names.ts'
import { ownFiles, ownText, putOwnText } from './own-files.ts'

/** The stored texts, by the names of their files. */
export type Texts = ReadonlyMap<string, string>

/** The texts of own playbooks as they are stored. */
export function storedTexts(db: ReadableDb): Texts {
  const rows = db.all<{ file: string; text: string }>('SELECT file, text FROM playbook_text')
  return new Map(rows.map(({ file, text }) => [file, text]))
}

/** Stores a text, or forgets it (null). */
export function storeText(db: WritableDb, file: string, text: string | null): void {
  if (text === null) db.run('DELETE FROM playbook_text WHERE file = @file', { file })
  else
    db.run(
      `INSERT INTO playbook_text (file, text) VALUES (@file, @text)
       ON CONFLICT (file) DO UPDATE SET text = excluded.text`,
      { file, text },
    )
}

/**
 * Makes the stored texts what the files are: what was edited by hand counts. Only where there is no folder at all, the
 * data file came here alone, and the files are written from it.
 */
export function adoptFiles(db: WritableDb, folder: string): void {
  const stored = storedTexts(db)
  const files = ownFiles(folder)
  if (files === null) {
    for (const [file, text] of stored) putOwnText(folder, file, text)
    return
  }
  for (const file of files) {
    const text = ownText(folder, file)
    // What cannot be stored stays a file, and works as one where it can.
    if (text === null || !playbookFileText.safeParse(text).success) continue
    if (stored.get(file) !== text) storeText(db, file, text)
  }
  for (const file of stored.keys()) if (!files.includes(file)) storeText(db, file, null)
}

/**
 * Makes the files what has become of the stored texts. A file that somebody edited in between is not overwritten: the
 * call is refused with `conflict`, or (`keeps`) the file stays and will be taken over.
 */
export function writeFiles(
  folder: string,
  before: Texts,
  after: Texts,
  edited: 'refuses' | 'keeps',
): void {
  for (const file of new Set([...before.keys(), ...after.keys()])) {
    const [was = null, is = null] = [before.get(file), after.get(file)]
    if (was === is) continue
    const there = ownText(folder, file)
    if (there === is) continue
    if (there !== was) {
      if (edited === 'keeps') continue
      refuse({
        code: 'conflict',
        message: `The file ${file} was changed by another program a moment ago, so nothing was saved.`,
        hint: 'Look at the file and try again.',
      })
    }
    putOwnText(folder, file, is)
  }
}
