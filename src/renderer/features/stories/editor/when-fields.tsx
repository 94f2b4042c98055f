import { useStore } from '../../../ui/store.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../editing/editing.ts'
import { useShown } from '../editing/open-editings.ts'

/** The months in which it happened. A last month without a first one waits for that. */
export function WhenFields({ editing }: Readonly<{ editing: Editing }>) {
  const when = useShown(editing, 'when')
  const { refused, unreadable } = useStore(editing.state)
  const from = when?.from ?? ''
  const to = when?.to ?? unreadable['when.to'] ?? ''
  const change = (nextFrom: string, nextTo: string) => {
    const isWaiting = nextFrom === '' && nextTo !== ''
    editing.keepUnreadable('when.to', isWaiting ? nextTo : null)
    editing.edit({
      when: nextFrom === '' ? null : { from: nextFrom, to: nextTo === '' ? null : nextTo },
    })
  }
  return (
    <>
      <TextField
        type="month"
        label="From"
        data-field="when"
        value={from}
        error={from === '' && to !== '' ? 'Choose the first month as well.' : undefined}
        onValue={(value) => {
          change(value, to)
        }}
      />
      <TextField
        type="month"
        label="To"
        value={to}
        error={refused.when}
        hint="Leave it empty for one month, or if it still goes on."
        onValue={(value) => {
          change(from, value)
        }}
      />
    </>
  )
}
