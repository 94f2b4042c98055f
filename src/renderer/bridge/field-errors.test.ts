import { describe, expect, it } from 'vitest'
import type { CallError } from '#contract/errors.ts'
import { errorAt, errorElsewhere } from './field-errors.ts'

const error: CallError = {
  code: 'invalid-input',
  message: 'The duration is 0.',
  field: 'duration',
  hint: 'Write a duration such as 90 or 1h30.',
  others: [{ message: 'The date lies in the future.', field: 'date' }],
}

describe('errors beside their fields', () => {
  it('puts message and hint beside the field that they are about', () => {
    expect(errorAt(error, 'duration')).toBe(
      'The duration is 0. Write a duration such as 90 or 1h30.',
    )
  })

  it('finds the errors of further fields of the same input', () => {
    expect(errorAt(error, 'date')).toBe('The date lies in the future.')
  })

  it('says nothing beside a field that is right', () => {
    expect(errorAt(error, 'note')).toBeUndefined()
    expect(errorAt(null, 'duration')).toBeUndefined()
  })

  it('leaves to the foot of the form only what has no field on show', () => {
    expect(errorElsewhere(error, ['duration', 'date'])).toBeNull()
    expect(errorElsewhere({ code: 'storage', message: 'The disk is full.' }, ['duration'])).toBe(
      'The disk is full.',
    )
    expect(errorElsewhere(error, ['note'])).toContain('The duration is 0.')
  })
})
