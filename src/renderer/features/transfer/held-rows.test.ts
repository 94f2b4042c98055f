import { describe, expect, it } from 'vitest'
import type { PreviewRow } from '#contract/transfer.ts'
import { pageSize, rowsInSight, stretchFor, stretchSize, totalOf } from './held-rows.ts'

const rowsOf = (from: number, count: number): PreviewRow[] =>
  Array.from({ length: count }, (_, i) => ({
    status: (from + i) % 10 === 0 ? 'rejected' : 'new',
    place: `line ${from + i}`,
    reason: null,
    session: null,
  }))

const none = { new: 0, changed: 0, duplicate: 0, skipped: 0, rejected: 0, open: 0 }
const all = { show: null, offset: 0 } as const

describe('the rows in sight', () => {
  it('of a long file are read by the stretch and shown by the page', () => {
    const held = { rows: rowsOf(500, stretchSize), counts: { ...none, rows: 2000, new: 2000 } }
    const of = stretchFor({ show: null, offset: 550 })
    expect(of).toEqual({ show: null, offset: 500 })
    const sight = rowsInSight(held, of, { show: null, offset: 550 })
    expect(sight?.map(({ place }) => place)).toEqual(
      rowsOf(550, pageSize).map(({ place }) => place),
    )
    expect(rowsInSight(held, of, { show: null, offset: 1000 })).toBeNull()
    expect(rowsInSight(held, of, { show: 'new', offset: 550 })).toBeNull()
  })

  it('of a short file are filtered without reading it again', () => {
    const counts = { ...none, rows: 120, new: 108, rejected: 12 }
    const held = { rows: rowsOf(0, 120), counts }
    const rejected = rowsInSight(held, all, { show: 'rejected', offset: 0 })
    expect(rejected).toHaveLength(totalOf(held, { show: 'rejected', offset: 0 }))
    expect(rowsInSight(held, all, { show: 'new', offset: 100 })).toHaveLength(8)
    expect(rowsInSight(held, all, { show: null, offset: 100 })).toHaveLength(20)
  })

  it('are none where there are none', () => {
    expect(rowsInSight({ rows: [], counts: { ...none, rows: 0 } }, all, all)).toEqual([])
  })
})
