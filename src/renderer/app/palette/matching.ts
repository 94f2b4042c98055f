/** What is searched: a command by its name. */
export type Named = Readonly<{ id: string; label: string }>

/**
 * The commands that fit what was typed, the best first; of equals those used lately, then the order of the registry.
 * Nothing typed fits them all.
 */
export function matching<T extends Named>(
  typed: string,
  commands: readonly T[],
  recent: readonly string[],
): readonly T[] {
  const wanted = plain(typed)
  const recency = ({ id }: T) => {
    const place = recent.indexOf(id)
    return place === -1 ? recent.length : place
  }
  return commands
    .map((command) => ({ command, fit: fitOf(wanted, plain(command.label)) }))
    .filter(({ fit }) => fit !== null)
    .toSorted(
      (one, other) =>
        (one.fit ?? 0) - (other.fit ?? 0) || recency(one.command) - recency(other.command),
    )
    .map(({ command }) => command)
}

/** How well a label fits: 0 from its beginning, 1 from a word of it, 2 inside a word, 3 letter by letter; null not. */
function fitOf(wanted: string, label: string): number | null {
  if (wanted === '') return 0
  const at = label.indexOf(wanted)
  if (at === 0) return 0
  if (label.includes(` ${wanted}`)) return 1
  if (at > 0) return 2
  return hasInOrder(wanted, label) ? 3 : null
}

function hasInOrder(wanted: string, label: string): boolean {
  let from = 0
  for (const letter of wanted) {
    if (letter === ' ') continue
    const found = label.indexOf(letter, from)
    if (found === -1) return false
    from = found + letter.length
  }
  return true
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
