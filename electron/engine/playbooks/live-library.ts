import { type BuiltIn, loadBuiltIn, type PlaybookLibrary, withOwn } from './load.ts'
import { signatureOf } from './own-files.ts'

/** The library of an engine that runs: it follows the files of the user's own playbooks. */
export type LiveLibrary = Readonly<{
  /** As the files are now; `isNew` where one of them changed since the last time. */
  now(): Readonly<{ library: PlaybookLibrary; isNew: boolean }>
  /** Whether a file changed since this was last asked; for those who have to be told. */
  hasChanged(): boolean
}>

/** What ships with the app, by its folder: read once, however often a process opens an engine. */
const shipped = new Map<string, BuiltIn>()

function builtInOf(folder: string): BuiltIn {
  const known = shipped.get(folder) ?? loadBuiltIn(folder)
  shipped.set(folder, known)
  return known
}

/** Reads the playbooks, and the user's own ones again whenever their files change. Throws `BuiltInDataError`. */
export function liveLibrary(builtInDir: string, userDir: string): LiveLibrary {
  const builtIn = builtInOf(builtInDir)
  let loaded = signatureOf(userDir)
  let told = loaded
  let library = withOwn(builtIn, userDir)
  return {
    now() {
      const signature = signatureOf(userDir)
      const isNew = signature !== loaded
      if (isNew) {
        // Taken before the files are read: one that changes meanwhile is then read again.
        loaded = signature
        library = withOwn(builtIn, userDir)
      }
      return { library, isNew }
    },
    hasChanged() {
      const signature = signatureOf(userDir)
      const has = signature !== told
      told = signature
      return has
    },
  }
}
