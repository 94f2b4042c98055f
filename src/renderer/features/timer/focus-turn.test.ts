import { describe, expect, it } from 'vitest'
import type { Timer } from '#contract/timer.ts'
import { focusPhase } from '#domain/timer-focus.ts'
import { asSeconds } from '#domain/units.ts'
import { focusTurn } from './focus-turn.ts'

const focus = { workMinutes: 25, breakMinutes: 5 }

function phase(state: Timer['state'], workedS: number, pausedS = 0) {
  return focusPhase({ state, workedS: asSeconds(workedS), pausedS: asSeconds(pausedS), focus })
}

describe('focusTurn', () => {
  it('tells of an interval at the second it ends, and not before', () => {
    expect(focusTurn(phase('running', 1498), phase('running', 1499), focus)).toBeNull()
    expect(focusTurn(phase('running', 1499), phase('running', 1500), focus)).toMatchObject({
      ended: 'work',
      title: 'Focus interval 1 is done.',
      body: expect.stringContaining('5 min') as unknown,
    })
    expect(focusTurn(phase('running', 1500), phase('running', 1501), focus)).toBeNull()
  })

  it('tells once of several that ended unseen', () => {
    expect(focusTurn(phase('running', 100), phase('running', 4600), focus)?.title).toBe(
      'Focus interval 3 is done.',
    )
  })

  it('tells of a break once it is over', () => {
    expect(focusTurn(phase('paused', 1500, 298), phase('paused', 1500, 299), focus)).toBeNull()
    expect(focusTurn(phase('paused', 1500, 299), phase('paused', 1500, 300), focus)?.ended).toBe(
      'break',
    )
    expect(focusTurn(phase('paused', 1500, 300), phase('paused', 1500, 301), focus)).toBeNull()
  })

  it('says nothing of a pause, of going on, or of a timer seen for the first time', () => {
    expect(focusTurn(phase('running', 700), phase('paused', 700), focus)).toBeNull()
    expect(focusTurn(phase('paused', 700, 400), phase('running', 700), focus)).toBeNull()
    expect(focusTurn(null, phase('running', 1500), focus)).toBeNull()
  })

  it('offers no break where none is set', () => {
    const turn = focusTurn(phase('running', 1499), phase('running', 1500), {
      ...focus,
      breakMinutes: 0,
    })
    expect(turn?.body).not.toContain('break')
  })
})
