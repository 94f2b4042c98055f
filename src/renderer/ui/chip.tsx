import type { ComponentProps } from 'react'
import './chip.css'

/** A small button among others like it: with `aria-pressed` one of many choices, without it a word to take or drop. */
export function Chip(props: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button {...props} type="button" className="ui-chip" />
}
