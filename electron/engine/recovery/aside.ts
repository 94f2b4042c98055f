import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where damaged files stand, as they were found. */
export function damagedFolder(dataDir: string): string {
  return path.join(dataDir, 'damaged')
}

/** A folder for what was found at a moment, that is not there yet. */
export function newAside(dataDir: string, moment: string): string {
  const folder = path.join(damagedFolder(dataDir), moment)
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? folder : `${folder}-${copy}`
    if (!existsSync(free)) return free
  }
}
