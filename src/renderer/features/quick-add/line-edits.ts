/** A stretch of the line: [start, end) in UTF-16 units. */
export type Stretch = Readonly<{ start: number; end: number }>

/** A stretch with what stood in it when the line was read. */
export type ReadStretch = Stretch & Readonly<{ text: string }>

/** Whether the line still has, at that place, what was read there. */
export function isStill(line: string, { start, end, text }: ReadStretch): boolean {
  return line.slice(start, end) === text
}

/** What goes when a stretch is taken out: itself, one space beside it and, for the note, the colon before it. */
export function removalOf(line: string, stretch: ReadStretch, isNote = false): Stretch {
  const colon = isNote ? /\s*:\s*$/.exec(line.slice(0, stretch.start)) : null
  const start = colon?.index ?? stretch.start
  const { end } = stretch
  const spaceBefore = start > 0 && line[start - 1] === ' '
  const spaceBehind = line[end] === ' '
  if (spaceBehind && (start === 0 || spaceBefore)) return { start, end: end + 1 }
  if (spaceBefore && end === line.length) return { start: start - 1, end }
  return { start, end }
}

/** The pieces of a line in order, with the stretches that are marked and what is between them. */
export function piecesOf(
  line: string,
  marked: readonly ReadStretch[],
): readonly Readonly<{ text: string; start: number; isMarked: boolean }>[] {
  const pieces: { text: string; start: number; isMarked: boolean }[] = []
  let at = 0
  for (const { start, end } of marked
    .filter((stretch) => isStill(line, stretch))
    .toSorted((one, other) => one.start - other.start)) {
    if (start > at) pieces.push({ text: line.slice(at, start), start: at, isMarked: false })
    pieces.push({ text: line.slice(start, end), start, isMarked: true })
    at = end
  }
  if (at < line.length) pieces.push({ text: line.slice(at), start: at, isMarked: false })
  return pieces
}

/** Selects a stretch of the field, as a person would with the mouse. */
export function selectIn(input: HTMLInputElement, { start, end }: Stretch): void {
  input.focus()
  input.setSelectionRange(start, end)
}

/** Types in place of a stretch. It is an edit like any other: the field's own undo takes it back. */
export function typeInto(input: HTMLInputElement, stretch: Stretch, text: string): void {
  selectIn(input, stretch)
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}
