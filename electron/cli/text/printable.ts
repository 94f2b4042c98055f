/**
 * Text that a person or a file gave, on one line and safe to print: control characters (an escape sequence could
 * repaint or retitle the terminal) and marks that turn the direction of writing become spaces.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
