import type { ReactNode } from 'react'
import './badge.css'

export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'negative'

/** A short state in words. Its colour only repeats what the words say. */
export function Badge({
  children,
  tone = 'neutral',
  icon,
}: Readonly<{ children: ReactNode; tone?: Tone; icon?: ReactNode }>) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}

/** The name of a category after its dot. `position` counts from 1; null is a category outside the plan. */
export function CategoryLabel({
  position,
  children,
}: Readonly<{ position: number | null; children: ReactNode }>) {
  return (
    <span className="ui-category" data-category={position ?? 'none'}>
      <span className="ui-category-dot" aria-hidden />
      <span className="ui-category-name">{children}</span>
    </span>
  )
}

/** A key or a combination, as printed on the keyboard. */
export function Kbd({ children }: Readonly<{ children: ReactNode }>) {
  return <kbd className="ui-kbd">{children}</kbd>
}
