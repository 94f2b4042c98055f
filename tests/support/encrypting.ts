import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { aProfile, openEngine, type asking } from './engine.ts'

/** The passphrase of `encrypting`. */
export const passphrase = 'correct horse battery'

/** An engine with a session in it, whose backups are encrypted. */
export async function encrypting() {
  const opened = openEngine()
  await opened.ask('profile.save', aProfile)
  await opened.ask('sessions.log', { category: 'coding', duration: '1h', note: 'Secret employer' })
  const { key } = await opened.ask('backups.encrypt', { passphrase })
  const folder = path.join(opened.dataDir, 'backups')
  const keyName = `loopready-key-${key ?? ''}.age`
  return { ...opened, folder, keyName, keyFile: path.join(folder, keyName) }
}

/** How many sessions there are, in the data or in what is shown instead. */
export const sessionsOf = async ({ ask }: Pick<ReturnType<typeof asking>, 'ask'>) =>
  (await ask('sessions.outline', {})).sessions

/** Every file below a folder that is a database, or holds what was written. */
export function openFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /SQLite format 3|Secret employer/.test(readFileSync(file, 'latin1')))
}
