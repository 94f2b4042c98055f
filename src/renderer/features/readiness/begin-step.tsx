import { ArrowRight, Play } from 'lucide-react'
import type { ReadinessAction } from '#contract/readiness.ts'
import { Button } from '../../ui/button.tsx'
import type { Begin } from './begin.ts'

/** The button, or the link, that begins a step. `about` tells it apart from its neighbours for screen readers. */
export function BeginStep({
  action,
  about,
  begin,
}: Readonly<{ action: ReadinessAction; about: string; begin: Begin }>) {
  const beginning = begin(action)
  const name = `${beginning.label}: ${about}`
  return beginning.kind === 'go' ? (
    <a
      className="ui-button readiness-begin"
      data-variant="secondary"
      data-size="s"
      href={beginning.href}
      aria-label={name}
    >
      <span className="ui-button-text">{beginning.label}</span>
      <ArrowRight aria-hidden />
    </a>
  ) : (
    <Button
      size="s"
      icon={beginning.kind === 'timer' ? <Play aria-hidden /> : <ArrowRight aria-hidden />}
      aria-label={name}
      onClick={beginning.run}
    >
      {beginning.label}
    </Button>
  )
}
