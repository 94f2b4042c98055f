import { z } from 'zod'

/** Characters that a new passphrase has at least. */
export const shortestPassphrase = 8

/** A passphrase that locks a file from now on. It is used as it was typed, so that any program can use it. */
export const newPassphrase = z
  .string()
  .min(shortestPassphrase, `Use at least ${shortestPassphrase} characters.`)
  .max(1000, 'Use at most 1,000 characters.')

/** A passphrase that is to open a file, whoever locked it. */
export const knownPassphrase = z
  .string()
  .min(1, 'Type the passphrase.')
  .max(10_000, 'This is no passphrase.')
