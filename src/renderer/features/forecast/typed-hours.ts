/** Hours as they were typed, with a point or a comma: above 0 and 100 at most; null for anything else. */
export function typedHours(text: string): number | null {
  const clean = text.trim().replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(clean)) return null
  const hours = Number(clean)
  return hours > 0 && hours <= 100 ? hours : null
}

/** Where a slider stands for hours that its ends may not reach. */
export function sliderValue(hours: number | null, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(hours ?? least)))
}
