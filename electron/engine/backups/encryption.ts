import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isLocked } from '../lock/age.ts'
import { isKeyFileName, keyFileName, keyIdOf } from '../lock/keys.ts'
import { codeOf, refuse } from '../refusal.ts'
import { writeAtomically } from '../write-atomically.ts'
import { backupFolder, namesIn, readyFolder } from './folder.ts'
import { inTurn } from './in-turn.ts'
import { hasRecords } from './records.ts'

const setting = z.strictObject({
  on: z.boolean(),
  recipient: z.string().regex(/^age1[0-9a-z]+$/),
  /** What the key's file may be, the newest first: two while its passphrase is being changed. */
  keySha256: z.array(z.string()).min(1).max(2),
})
/** Off, and no key is known: the setting before it could not be read, or only a key was ever kept. */
const offWithoutKey = z.strictObject({ on: z.literal(false) }).transform(() => null)
/** Whether backups are encrypted, and for which key. Not in the data: a key must not be lost by an undo. */
export type EncryptionSetting = z.infer<typeof setting>

/** What backups are encrypted for. */
export type BackupKey = Readonly<{ id: string; recipient: string }>

function settingFile(dataDir: string): string {
  return path.join(dataDir, 'backup-encryption.json')
}

/**
 * The setting; null where encryption is off and no key known, `broken` where it cannot be read, or is gone although
 * there was one, as a key or what is known of encrypted backups shows.
 */
export function encryptionSetting(dataDir: string): EncryptionSetting | null | 'broken' {
  try {
    const text = readFileSync(settingFile(dataDir), 'utf8')
    return z.union([setting, offWithoutKey]).parse(JSON.parse(text))
  } catch (thrown) {
    const wasNever =
      codeOf(thrown) === 'ENOENT' &&
      !namesIn(keyFolder(dataDir)).some(isKeyFileName) &&
      !hasRecords(dataDir)
    return wasNever ? null : 'broken'
  }
}

/** Writes the setting down; null is off, with no key known. */
export async function saveEncryptionSetting(
  dataDir: string,
  value: EncryptionSetting | null,
): Promise<void> {
  await writeAtomically(settingFile(dataDir), `${JSON.stringify(value ?? { on: false })}\n`)
}

/** Where keys are kept inside the data folder, besides their copies beside the backups. */
export function keyFolder(dataDir: string): string {
  return path.join(dataDir, 'keys')
}

/** The file of the key in use, as it was written; null when every copy of it is gone or damaged. */
export function keyInUse(
  dataDir: string,
  { recipient, keySha256 }: EncryptionSetting,
): Uint8Array | null {
  const copies = keyCopies(dataDir, recipient)
  const known = keySha256.map((digest) => copies.find((bytes) => sha256Of(bytes) === digest))
  return known.find((bytes) => bytes !== undefined) ?? null
}

/** All that is there under the name of a key, whatever it is. */
export function keyCopies(dataDir: string, recipient: string): readonly Uint8Array[] {
  const name = keyFileName(keyIdOf(recipient))
  return [keyFolder(dataDir), backupFolder(dataDir).folder].flatMap((folder) => {
    const bytes = readOrNull(path.join(folder, name))
    return bytes !== null && isLocked(bytes) ? [bytes] : []
  })
}

/** Keeps a key's file in the data folder and beside the backups, where it is not yet as it should be. */
export async function keepKey(
  dataDir: string,
  recipient: string,
  bytes: Uint8Array,
): Promise<void> {
  const name = keyFileName(keyIdOf(recipient))
  mkdirSync(keyFolder(dataDir), { recursive: true, mode: 0o700 })
  const { folder } = backupFolder(dataDir)
  readyFolder(dataDir, folder)
  // Beside the backups first: that folder may be on a disk that fails, and then nothing was changed.
  for (const place of [folder, keyFolder(dataDir)]) {
    const file = path.join(place, name)
    const there = readOrNull(file)
    if (there === null || !Buffer.from(there).equals(bytes)) await writeAtomically(file, bytes)
  }
}

/**
 * What a backup that is made now is encrypted for; null when it is not to be encrypted. Refuses when the key is gone:
 * a backup that nobody can open is none.
 */
export async function keyForBackups(dataDir: string): Promise<BackupKey | null> {
  const now = encryptionSetting(dataDir)
  if (now === null || (now !== 'broken' && !now.on)) return null
  // Copies of the key are mended: not from before a change of the passphrase that is under way.
  return inTurn(
    dataDir,
    () => {},
    () => keptKey(dataDir),
  )
}

async function keptKey(dataDir: string): Promise<BackupKey | null> {
  const found = encryptionSetting(dataDir)
  if (found === 'broken')
    return refuse({
      code: 'storage',
      message: 'Whether backups are encrypted cannot be read, so none was made.',
      hint: 'Switch encryption on or off again on the page Safety, or with "loopready backup".',
    })
  if (found === null || !found.on) return null
  const { recipient } = found
  const id = keyIdOf(recipient)
  const bytes = keyInUse(dataDir, found)
  if (bytes === null)
    return refuse({
      code: 'storage',
      field: 'key',
      message: `The key file ${keyFileName(id)} is missing or damaged, so no backup was made: nobody could open it.`,
      hint: 'Put the file back beside the backups, or begin with a new key, on the page Safety.',
    })
  await keepKey(dataDir, recipient, bytes)
  return { id, recipient }
}

/** The SHA-256 of a key's file, in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A file's bytes; null where it cannot be read. */
export function readOrNull(file: string): Uint8Array | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
