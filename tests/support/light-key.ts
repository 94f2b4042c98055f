import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'

/** Locks the key of the backups again, with little work: tests open it often. */
export async function lockKeyLightly(dataDir: string, passphrase: string): Promise<void> {
  const [name = ''] = readdirSync(join(dataDir, 'keys'))
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const identity = await decrypter.decrypt(readFileSync(join(dataDir, 'keys', name)))
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(4)
  const bytes = await encrypter.encrypt(identity)
  for (const folder of ['keys', 'backups']) writeFileSync(join(dataDir, folder, name), bytes)
  const setting = join(dataDir, 'backup-encryption.json')
  const digest = createHash('sha256').update(bytes).digest('hex')
  const before = JSON.parse(readFileSync(setting, 'utf8')) as object
  writeFileSync(setting, JSON.stringify({ ...before, keySha256: [digest] }))
}
