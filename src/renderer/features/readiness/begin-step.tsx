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
  const words = (
    <>
      {beginning.label}
      <span className="ui-hidden">: {about}</span>
    </>
  )
  return beginning.kind === 'go' ? (
    <a
      className="ui-button readiness-begin"
      data-variant="secondary"
      data-size="s"
      href={beginning.href}
    >
      <span className="ui-button-text">{words}</span>
      <ArrowRight aria-hidden />
    </a>
  ) : (
    <Button size="s" icon={<Play aria-hidden />} onClick={beginning.run}>
      {words}
    </Button>
  )
}
