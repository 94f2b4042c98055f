import { selectRange, type TextRange } from './select-range.ts'

const controls = 'input, textarea, select, button'

/**
 * Scrolls to a field by its name in the contract and puts the cursor into it. Of `results.2` or `followUps.0.answer`
 * the nearest that there is. A range is selected where the field is a text of several lines.
 */
export function goToField(within: HTMLElement | null, field: string, range?: TextRange): void {
  const steps = field.split('.')
  for (let length = steps.length; length > 0; length -= 1) {
    const name = CSS.escape(steps.slice(0, length).join('.'))
    const place = within?.querySelector<HTMLElement>(`[data-field="${name}"]`)
    if (!place) continue
    const target = place.matches(controls)
      ? place
      : (place.querySelector<HTMLElement>(controls) ?? place)
    place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? 'start' : 'center' })
    target.focus({ preventScroll: true })
    if (range && target instanceof HTMLTextAreaElement) selectRange(target, range)
    return
  }
}
