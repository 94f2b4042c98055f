import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampBounds, FIRST_SIZE, MIN_SIZE, parseWindowState } from './bounds.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const monitor = { x: 1440, y: 0, width: 2560, height: 1400 }

describe('clampBounds', () => {
  it('opens in the middle of the main display at first', () => {
    expect(clampBounds(null, [laptop, monitor])).toEqual({ x: 80, y: 43, ...FIRST_SIZE })
  })

  it('opens where it was, on a second display too', () => {
    const saved = { x: 1600, y: 100, width: 1200, height: 800 }
    expect(clampBounds(saved, [laptop, monitor])).toEqual(saved)
  })

  it('comes back to the main display when its display is gone, in the size it had', () => {
    const saved = { x: 1600, y: 100, width: 1200, height: 800 }
    expect(clampBounds(saved, [laptop])).toEqual({ x: 120, y: 63, width: 1200, height: 800 })
  })

  it('comes back when only a corner that cannot be gripped is on a display', () => {
    const saved = { x: 1400, y: 880, width: 1200, height: 800 }
    expect(clampBounds(saved, [laptop])).toMatchObject({ x: 120, width: 1200 })
  })

  it('moves in when a part hangs over the edge', () => {
    const saved = { x: 1000, y: 700, width: 1000, height: 700 }
    expect(clampBounds(saved, [laptop])).toEqual({ x: 440, y: 200, width: 1000, height: 700 })
  })

  it('shrinks to a display that is smaller than the window, and below its least size if it must', () => {
    const small = { x: 0, y: 0, width: 800, height: 560 }
    expect(clampBounds({ x: 0, y: 0, width: 2000, height: 1500 }, [laptop])).toEqual(laptop)
    expect(clampBounds(null, [small])).toEqual(small)
  })

  it('always lies on one display, at least as large as the window needs', () => {
    const size = fc.integer({ min: MIN_SIZE.width, max: 5000 })
    const place = fc.integer({ min: -6000, max: 6000 })
    const display = fc.record({ x: place, y: place, width: size, height: size })
    const saved = fc.record({
      x: place,
      y: place,
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    })
    fc.assert(
      fc.property(
        fc.option(saved),
        fc.array(display, { minLength: 1, maxLength: 3 }),
        (window, displays) => {
          const bounds = clampBounds(window, displays)
          expect(bounds.width).toBeGreaterThanOrEqual(MIN_SIZE.width)
          expect(bounds.height).toBeGreaterThanOrEqual(MIN_SIZE.height)
          expect(
            displays.some(
              ({ x, y, width, height }) =>
                bounds.x >= x &&
                bounds.y >= y &&
                bounds.x + bounds.width <= x + width &&
                bounds.y + bounds.height <= y + height,
            ),
          ).toBe(true)
        },
      ),
    )
  })
})

describe('parseWindowState', () => {
  it('reads back what is written', () => {
    const state = {
      bounds: { x: -5, y: 0, width: 900, height: 600 },
      isMaximized: true,
      isFullScreen: false,
    }
    expect(parseWindowState(JSON.stringify(state))).toEqual(state)
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":null}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":600}}',
    '{"bounds":{"x":1e300,"y":0,"width":900,"height":600}}',
    '{"bounds":{"x":"0","y":0,"width":900,"height":600}}',
  ])('takes %j for no state', (text) => expect(parseWindowState(text)).toBeNull())
})
