/**
 * The sizes at which a theme is looked at: the narrow window in the dark and the others in the light. All of them in
 * both where `LOOPREADY_ALL_LOOKS` is set, as it is every night.
 */
export function sizesIn<Size extends readonly [width: number, height: number]>(
  theme: 'light' | 'dark',
  sizes: readonly Size[],
): readonly Size[] {
  if (process.env['LOOPREADY_ALL_LOOKS'] !== undefined) return sizes
  return sizes.filter(([width]) => (width === 900) === (theme === 'dark'))
}
