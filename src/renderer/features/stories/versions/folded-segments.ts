import type { TextSegment } from '#contract/stories.ts'

/** How much of an unchanged stretch stays beside a change, and from which length on the rest is left out. */
const kept = 120
const foldedFrom = 360

/** The segments with the middle of long unchanged stretches left out, so that the changes can be seen. */
export function foldedSegments(segments: readonly TextSegment[]): readonly TextSegment[] {
  return segments.map(({ kind, text }, at) => {
    if (kind !== 'same' || text.length < foldedFrom) return { kind, text }
    const isFirst = at === 0
    const isLast = at === segments.length - 1
    const head = isFirst ? '' : upTo(text, kept)
    const tail = isLast ? '' : from(text, kept)
    return { kind, text: [head, tail].join('\n … \n').trim() }
  })
}

/** About so many characters from the beginning, up to a gap between words where there is one. */
function upTo(text: string, length: number): string {
  const gap = text.slice(length, length * 2).search(/\s/)
  return text.slice(0, gap === -1 ? length : length + gap).toWellFormed()
}

function from(text: string, length: number): string {
  const gap = text.slice(-length * 2, -length).lastIndexOf(' ')
  return text.slice(gap === -1 ? -length : -length * 2 + gap).toWellFormed()
}
