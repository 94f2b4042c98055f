import type { ReactNode } from 'react'
import type { Explanation, Provenance } from '#domain/explain.ts'
import { sourceText } from '#domain/explain.ts'
import { Explain } from '../../ui/explain.tsx'
import { Formula } from '../../ui/formula.tsx'

/** A figure with how it came about. Without a figure: an (i) alone. */
export function Explained({
  about,
  figure,
  formula,
  numbers,
  source,
}: Readonly<{ about: string; figure?: ReactNode }> & Explanation) {
  return (
    <Explain about={about} {...(figure === undefined ? {} : { figure })}>
      <Formula formula={formula} numbers={numbers} {...(source === undefined ? {} : { source })} />
    </Explain>
  )
}

/** The source of a playbook target as an explanation takes it. */
export function sourceOf(provenance: Provenance | null): Readonly<{ source?: string }> {
  return provenance === null ? {} : { source: sourceText(provenance) }
}
