/** How hard a passphrase is to guess, in three steps. */
export type Strength = 'weak' | 'fair' | 'strong'

/**
 * A rough hint, and no promise: characters that differ from the one before, times the bits that their kinds give, where
 * 60 bits are fair and 80 strong. Nobody can see in a text whether it was chosen at random: only a list of words or a
 * generator makes sure of it.
 */
export function strengthOf(passphrase: string): Strength {
  const letters = Array.from(passphrase)
  const fresh = letters.filter(
    (letter, index) => letter !== letters[index - 1] && letter !== letters[index - 2],
  ).length
  const different = new Set(letters).size
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}|\p{Lo}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{L}\p{N}]/u, 20],
  ]
  const alphabet = kinds.reduce(
    (sum, [kind, size]) => (kind.test(passphrase) ? sum + size : sum),
    0,
  )
  // A text made of few different characters is a pattern, however long.
  const bits = Math.min(fresh, different * 2) * Math.log2(Math.max(2, alphabet))
  if (bits >= 80) return 'strong'
  return bits >= 60 ? 'fair' : 'weak'
}

/** What is still wrong with a passphrase that is typed twice. */
export type PassphraseFaults = Readonly<{ one?: string; two?: string }>

/** The engine's own rule; it stands here too, so that nobody types twice what will be refused. */
export function passphraseFaults(one: string, two: string): PassphraseFaults {
  if (one.length < 8) return { one: 'Use at least 8 characters.' }
  return one === two ? {} : { two: 'The two passphrases differ.' }
}

const hints: Readonly<Record<Strength, string>> = {
  weak: 'Easy to guess. Five or more random words are good.',
  fair: 'Fair. A few more words or characters make it strong.',
  strong: 'Long enough, if it was chosen at random.',
}

/** What to say of a passphrase while it is typed. */
export function passphraseHint(passphrase: string): string {
  return passphrase === '' ? 'At least 8 characters.' : hints[strengthOf(passphrase)]
}
