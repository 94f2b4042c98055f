import type { Check } from '../model.ts'

/** The state of an item in words, where it is not plainly open or done: stands before the item. */
export function checkWords(state: Check['state']): string {
  return state === 'partial' ? 'In part: ' : ''
}
