import { Clock } from 'lucide-react'
import type { CallError } from '#contract/errors.ts'
import { Button } from '../ui/button.tsx'
import { FormError } from '../ui/field.tsx'
import { Notice } from '../ui/states.tsx'
import { errorElsewhere } from './field-errors.ts'

export type RefusalProps = Readonly<{
  error: CallError | null
  /** The fields that show what is wrong with them. */
  shown: readonly string[]
  /** The button that saves in spite of an overlap, and whether it is at work. */
  anyway: string
  pending: boolean
  onAnyway: () => void
}>

/** At the foot of a form that saves a session: why it was refused, and a way to accept an overlap. */
export function Refusal({ error, shown, anyway, pending, onAnyway }: RefusalProps) {
  if (error?.code !== 'overlap') return <FormError>{errorElsewhere(error, shown)}</FormError>
  return (
    <Notice
      tone="caution"
      role="alert"
      icon={<Clock aria-hidden />}
      actions={
        <Button size="s" pending={pending} onClick={onAnyway}>
          {anyway}
        </Button>
      }
    >
      {error.message} {error.hint}
    </Notice>
  )
}
