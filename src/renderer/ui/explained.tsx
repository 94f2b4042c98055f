import type { ReactNode } from 'react'
import { Explain } from './explain.tsx'
import { Formula, type FormulaProps } from './formula.tsx'

/** A figure with how it came about. Without a figure: an (i) alone. */
export function Explained({
  about,
  figure,
  explanation,
}: Readonly<{ about: string; figure?: ReactNode; explanation: FormulaProps }>) {
  return (
    <Explain about={about} {...(figure === undefined ? {} : { figure })}>
      <Formula {...explanation} />
    </Explain>
  )
}
