import { describe, expect, it } from 'vitest'
import {
  durationInWords,
  emptyDraft,
  endedNow,
  inputOf,
  interpretation,
  isSameDraft,
} from './draft.ts'

const now = { date: '2026-11-24', time: '18:00' }

describe('inputOf', () => {
  it('leaves an untouched start to the engine', () => {
    const input = inputOf({ ...emptyDraft, category: 'coding', duration: '90' }, now)
    expect(input).not.toHaveProperty('date')
    expect(input).not.toHaveProperty('time')
  })

  it('sends the whole start that is on show once a part of it was chosen', () => {
    const input = inputOf({ ...emptyDraft, date: '2026-11-20' }, now)
    expect(input).toMatchObject({ date: '2026-11-20', time: '18:00' })
  })

  it('sends only counts above 0 and keeps the text as typed', () => {
    const draft = {
      ...emptyDraft,
      duration: ' 1h30 ',
      counts: { 'coding-hard': 1, 'coding-medium': 0 },
      note: ' two\nlines ',
    }
    expect(inputOf(draft, now)).toMatchObject({
      duration: ' 1h30 ',
      counts: [{ kind: 'coding-hard', n: 1 }],
      note: ' two\nlines ',
    })
  })
})

describe('endedNow', () => {
  it('sets the start so that the session ends now', () => {
    expect(endedNow({ ...emptyDraft, duration: '1h30' }, now)).toMatchObject({
      date: '2026-11-24',
      time: '16:30',
    })
  })

  it('rounds the start down, so that the end is never in the future', () => {
    expect(endedNow({ ...emptyDraft, duration: '90s' }, now)?.time).toBe('17:58')
  })

  it('does nothing while the duration cannot be read', () => {
    expect(endedNow({ ...emptyDraft, duration: 'soon' }, now)).toBeNull()
  })
})

describe('interpretation', () => {
  it('says how a duration is understood', () => {
    expect(interpretation('90')).toEqual({ ok: true, text: '1 h 30 min' })
    expect(interpretation('45m')).toEqual({ ok: true, text: '45 min' })
    expect(durationInWords(7200)).toBe('2 h')
  })

  it('is silent while nothing is typed, and says what is wrong once something is', () => {
    expect(interpretation('  ')).toBeNull()
    expect(interpretation('abc')?.ok).toBe(false)
  })
})

describe('isSameDraft', () => {
  it('takes a count of 0 and no count for the same', () => {
    expect(isSameDraft(emptyDraft, { ...emptyDraft, counts: { paper: 0 } })).toBe(true)
    expect(isSameDraft(emptyDraft, { ...emptyDraft, counts: { paper: 1 } })).toBe(false)
    expect(isSameDraft(emptyDraft, { ...emptyDraft, note: 'x' })).toBe(false)
  })
})
