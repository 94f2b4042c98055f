/**
 * Reads a number as a person types it: `85`, `85.5`, `85,5`, `1,250`, `1 250`. Null for anything else. A comma before
 * exactly three digits groups thousands, as the app itself writes them; before one or two it is a decimal comma.
 */
export function readNumber(typed: string): number | null {
  const text = typed.trim().replaceAll(/[\s_']/g, '')
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d+([.,]\d*)?$/.test(text)) return Number(text.replace(',', '.'))
  return null
}
