import { useEffect, type RefObject } from 'react'
import type { CallError } from '#contract/errors.ts'

/** Takes the keyboard to the first field that is wrong, once an attempt to save was refused. */
export function useFocusOnError(
  form: RefObject<HTMLElement | null>,
  error: CallError | null,
): void {
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [form, error])
}
