import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

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

/** The rules of accessibility that the page as it is now breaks, each with the elements that break it. */
export async function faultsOf(page: Page) {
  // One look for each frame and a further page to add them up take three times as long: there is one frame.
  expect(page.frames()).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
}

/** By how many pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
