import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/sessions.ts'
import { asSeconds } from '#domain/units.ts'
import { halfOf, splitViewOf } from './split-view.ts'

const session = {
  startedAt: '2026-10-25T00:30:00Z' as Session['startedAt'],
  timeZone: 'Europe/Berlin',
  durationS: asSeconds(7200),
}

describe('what a split makes of a session', () => {
  it('lays the parts end to end on the clock of its zone, also when that is set back in between', () => {
    expect(splitViewOf(session, '30m')).toEqual({
      ok: true,
      first: { from: '02:30', to: '02:00', duration: '30 min' },
      second: { from: '02:00', to: '03:30', duration: '1 h 30 min' },
    })
  })

  it.each(['0', '2h', '3h', 'half'])('says why %j cannot be', (typed) => {
    expect(splitViewOf(session, typed)).toMatchObject({ ok: false })
  })

  it('says nothing while nothing is typed', () => {
    expect(splitViewOf(session, ' ')).toBeNull()
  })

  it('starts from half of it', () => {
    expect(halfOf(5400)).toBe('45m')
    expect(halfOf(60)).toBe('1m')
  })
})
