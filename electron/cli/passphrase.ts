import { readFile } from 'node:fs/promises'
import { newPassphrase as schema } from '#contract/lock.ts'
import { codeOf } from '#engine/refusal.ts'
import { complain } from './complaint.ts'
import type { Option, Terminal } from './verb.ts'

/** The option of every verb that locks or opens a file. */
export const passphraseFile = {
  type: 'text',
  value: 'FILE',
  help: 'Read the passphrase from the first line of a file.',
} as const satisfies Option

/**
 * A passphrase that a file is locked with: from the file that was named, else `LOOPREADY_PASSPHRASE`, else typed
 * twice. Complains about one that is too short.
 */
export async function newPassphrase(terminal: Terminal, file: string | undefined): Promise<string> {
  return typedAnew(terminal, await givenPassphrase(terminal, file))
}

/** The same where the environment holds the passphrase that is to be replaced. */
export async function nextPassphrase(
  terminal: Terminal,
  file: string | undefined,
): Promise<string> {
  return typedAnew(terminal, file === undefined ? null : await givenPassphrase(terminal, file))
}

async function typedAnew(terminal: Terminal, given: string | null): Promise<string> {
  const passphrase = given ?? (await asked(terminal, 'New passphrase: '))
  const checked = schema.safeParse(passphrase)
  if (!checked.success) complain(`The passphrase: ${checked.error.issues[0]?.message ?? ''}`)
  if (given === null && (await asked(terminal, 'The same again: ')) !== passphrase)
    complain('The two passphrases differ. Nothing was written.')
  return passphrase
}

/** The passphrase of a file that is there. */
export async function knownPassphrase(
  terminal: Terminal,
  file: string | undefined,
): Promise<string> {
  return (await givenPassphrase(terminal, file)) ?? (await asked(terminal, 'Passphrase: '))
}

async function givenPassphrase(
  terminal: Terminal,
  file: string | undefined,
): Promise<string | null> {
  if (file === undefined) return terminal.variable('LOOPREADY_PASSPHRASE') ?? null
  try {
    const [line = ''] = (await readFile(terminal.pathOf(file), 'utf8')).split(/\r?\n/)
    return line === '' ? complain(`--passphrase-file: the first line of "${file}" is empty.`) : line
  } catch (thrown) {
    if (codeOf(thrown) === '') throw thrown
    return complain(`--passphrase-file: "${file}" cannot be read (${codeOf(thrown)}).`)
  }
}

async function asked(terminal: Terminal, question: string): Promise<string> {
  return (
    (await terminal.askSecret(question)) ??
    complain(
      'A passphrase is needed. Give it with --passphrase-file FILE or LOOPREADY_PASSPHRASE, or run this in a terminal.',
    )
  )
}
