/** A place in a text, [start, end) in UTF-16 units. */
export type TextRange = readonly [start: number, end: number]

/** What a browser copies from a field to the text that is measured in its stead. */
const measured = [
  'font',
  'letterSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
  'wordSpacing',
  'direction',
] as const

/**
 * Selects a place in a field of several lines and scrolls the field to it, with a third of what shows above it. The
 * browser itself does not scroll to what a program selects.
 */
export function selectRange(field: HTMLTextAreaElement, [start, end]: TextRange): void {
  field.setSelectionRange(start, end)
  if (field.scrollHeight <= field.clientHeight) return
  field.scrollTop = Math.max(0, topOf(field, start) - field.clientHeight / 3)
}

/** How far down in a field the character at an offset stands, in CSS pixels. */
function topOf(field: HTMLTextAreaElement, offset: number): number {
  const style = getComputedStyle(field)
  const copy = document.createElement('div')
  for (const property of measured) copy.style[property] = style[property]
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    inlineSize: `${field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)}px`,
  })
  copy.dir = field.dir
  const mark = document.createElement('span')
  mark.textContent = field.value.slice(offset, offset + 1)
  copy.append(field.value.slice(0, offset), mark)
  document.body.append(copy)
  const top = mark.offsetTop
  copy.remove()
  return top
}
