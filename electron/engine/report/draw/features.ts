import type { TypeStyle } from '../layout/style.ts'

// The types of pdfkit know a list of features to switch on; the shaper behind it takes this form too.
type Features = NonNullable<PDFKit.Mixins.TextOptions['features']>
// Contextual alternates of Inter are off: they would draw what a person typed as "->" as an arrow, and take most of the
// time of shaping.
const proportional = { calt: false } as unknown as Features
const tabular = { calt: false, tnum: true } as unknown as Features
/** Of the fonts that Inter falls back on, from left to right: they switch on what their scripts need. */
export const ofFallback = {} as unknown as Features
/** Told from the others by identity: text with these features is shaped from right to left. */
export const rightToLeft = { calt: true } as unknown as Features

export function featuresOfStyle({ tabular: isTabular }: TypeStyle): Features {
  return isTabular === true ? tabular : proportional
}

/** The direction in which text with these features is shaped; null leaves it to its script. */
export function directionOf(features: unknown): 'ltr' | 'rtl' | null {
  if (features === rightToLeft) return 'rtl'
  // Digits of Arabic run from left to right in text that does not.
  return features === ofFallback ? 'ltr' : null
}
