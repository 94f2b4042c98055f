/** How many sessions Page Up and Page Down move over. */
const page = 10

/** The session that a key moves to from another, out of so many; null when the key moves nowhere. */
export function sessionAfterKey(key: string, offset: number, sessions: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: offset + 1,
    ArrowUp: offset - 1,
    PageDown: offset + page,
    PageUp: offset - page,
    Home: 0,
    End: sessions - 1,
  }
  const target = Object.hasOwn(moves, key) ? moves[key] : undefined
  return target === undefined ? null : Math.max(0, Math.min(sessions - 1, target))
}
