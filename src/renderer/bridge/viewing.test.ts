import { afterEach, expect, it } from 'vitest'
import { backupShown, draftsOfWhatIsShown } from './viewing.ts'

afterEach(() => {
  backupShown.set(false)
})

it('keeps drafts of the data away from a backup, and forgets those of a backup when one leaves it', () => {
  const drafts = draftsOfWhatIsShown<string>()
  drafts().set('a', 'typed into the data')
  backupShown.set(true)
  expect(drafts().get('a')).toBeUndefined()
  drafts().set('a', 'begun from the backup')
  expect(drafts().get('a')).toBe('begun from the backup')
  backupShown.set(false)
  expect(drafts().get('a')).toBe('typed into the data')
  backupShown.set(true)
  expect(drafts().size).toBe(0)
})
