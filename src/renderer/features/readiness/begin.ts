import type { ReadinessAction } from '#contract/readiness.ts'

/** How a step is begun: by an address to go to, or by something that is done at once. */
export type Beginning = Readonly<
  { label: string } & (
    | { kind: 'go'; href: string }
    | { kind: 'do'; run: () => void }
    | { kind: 'timer'; run: () => void }
  )
>

/** Says how a step is begun. The app gives it, as the parts that it leads to belong to other features. */
export type Begin = (action: ReadinessAction) => Beginning
