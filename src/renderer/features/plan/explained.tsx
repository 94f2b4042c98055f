import type { ReactNode } from 'react'
import type { Explanation } from '#domain/explain.ts'
import { Explain } from '../../ui/explain.tsx'
import { Formula } from '../../ui/formula.tsx'

/** A figure with how it came about. Without a figure: an (i) alone. */
export function Explained({
  about,
  figure,
  explanation,
}: Readonly<{ about: string; figure?: ReactNode; explanation: Explanation }>) {
  return (
    <Explain about={about} {...(figure === undefined ? {} : { figure })}>
      <Formula {...explanation} />
    </Explain>
  )
}
