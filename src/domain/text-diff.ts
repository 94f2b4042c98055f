import type { TextSegment } from '#contract/stories.ts'

/** How many differences are followed up; texts with more count as one replaced by the other. */
const mostEdits = 1000

/**
 * How one text became another, in words: `same` and `removed` together are the older text, `same` and `added` the
 * newer one. The fewest words are marked (E. Myers, "An O(ND) Difference Algorithm", 1986), unless the texts differ
 * in more than 1,000: then the middle is shown as replaced, since nobody reads such a comparison word by word.
 */
export function diffOf(older: string, newer: string): TextSegment[] {
  const a = wordsOf(older)
  const b = wordsOf(newer)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  const shorter = Math.min(a.length, b.length) - start
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const same = (words: readonly string[]) => words.map((text) => ({ kind: 'same' as const, text }))
  return joined([
    ...same(a.slice(0, start)),
    ...edits(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ])
}

/** Words, gaps and signs, cut where Unicode cuts them: also in scripts without gaps, and never inside an emoji. */
function wordsOf(text: string): readonly string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  )
}

/** Myers' search: `reach` says how far into `a` one gets on each diagonal with the edits made so far. */
function edits(a: readonly string[], b: readonly string[]): TextSegment[] {
  const most = Math.min(mostEdits, a.length + b.length)
  const reach = new Map<number, number>([[1, 0]])
  const steps: ReadonlyMap<number, number>[] = []
  for (let made = 0; made <= most; made += 1) {
    steps.push(new Map(reach))
    for (let k = -made; k <= made; k += 2) {
      let x = isDown(reach, k, made) ? at(reach, k + 1) : at(reach, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) return backwards(a, b, steps)
    }
  }
  return [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ]
}

/** Follows the search back from the ends of both texts. */
function backwards(
  a: readonly string[],
  b: readonly string[],
  steps: readonly ReadonlyMap<number, number>[],
): TextSegment[] {
  const found: TextSegment[] = []
  let x = a.length
  for (let made = steps.length - 1, y = b.length; made >= 0; made -= 1) {
    const reach = steps[made] ?? new Map<number, number>()
    const diagonal = isDown(reach, x - y, made) ? x - y + 1 : x - y - 1
    const fromX = made === 0 ? 0 : at(reach, diagonal)
    const fromY = made === 0 ? 0 : fromX - diagonal
    for (; x > fromX && y > fromY; x -= 1, y -= 1)
      found.push({ kind: 'same', text: a[x - 1] ?? '' })
    if (x > fromX) found.push({ kind: 'removed', text: a[fromX] ?? '' })
    else if (y > fromY) found.push({ kind: 'added', text: b[fromY] ?? '' })
    x = fromX
    y = fromY
  }
  return found.toReversed()
}

function isDown(reach: ReadonlyMap<number, number>, k: number, made: number): boolean {
  return k === -made || (k !== made && at(reach, k - 1) < at(reach, k + 1))
}

function at(reach: ReadonlyMap<number, number>, k: number): number {
  return reach.get(k) ?? -1
}

/**
 * Neighbours of a kind as one. Between two things kept, what was removed stands before what was added, and a mere gap
 * between two changed words counts as changed with them: "red car" for "blue bike" reads better than word for word.
 */
function joined(pieces: readonly TextSegment[]): TextSegment[] {
  const segments: TextSegment[] = []
  const changed = { removed: '', added: '' }
  let same = ''
  const flush = () => {
    if (same !== '') segments.push({ kind: 'same', text: same })
    for (const kind of ['removed', 'added'] as const) {
      if (changed[kind] !== '') segments.push({ kind, text: changed[kind] })
      changed[kind] = ''
    }
    same = ''
  }
  pieces.forEach(({ kind, text }, index) => {
    const isChanging = changed.removed !== '' || changed.added !== ''
    const isGap = /^[^\S\n]+$/.test(text) && isChanging && pieces[index + 1]?.kind !== 'same'
    if (kind !== 'same') changed[kind] += text
    else if (isGap && index + 1 < pieces.length) {
      changed.removed += text
      changed.added += text
    } else {
      if (isChanging) flush()
      same += text
    }
  })
  flush()
  return segments
}
