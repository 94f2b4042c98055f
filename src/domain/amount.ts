const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9 }

/**
 * A number as a person types it: `12`, `1,250`, `1 250`, `2.5`, `2,5`, `$1.2M`, `500k`, `-3`. A comma before exactly
 * three digits groups thousands; before one or two at the end it is a decimal comma. Null for anything else.
 */
export function readAmount(typed: string): number | null {
  const match = /^(-?)\$?(\d[\d.,]*)([kmb]|mm|bn)?$/i.exec(
    typed
      .trim()
      .replaceAll(/[\s_'\u00A0\u202F]|USD$/gi, '')
      .replaceAll('−', '-'),
  )
  if (!match) return null
  const [, sign = '', digits = '', suffix = ''] = match
  const number = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
    ? Number(digits.replaceAll(',', ''))
    : /^\d+([.,]\d*)?$/.test(digits)
      ? Number(digits.replace(',', '.'))
      : Number.NaN
  if (Number.isNaN(number)) return null
  // Of 1.1M not 1100000.0000000002: a factor only moves the point.
  const scaled = Number((number * (factors[suffix.toLowerCase()] ?? 1)).toPrecision(15))
  return sign === '-' ? -scaled : scaled
}

/** A number for a field or a sentence: thousands in groups, as many decimals as it has. */
export function writeAmount(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value)
}
