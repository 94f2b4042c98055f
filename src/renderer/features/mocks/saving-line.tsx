import { CircleAlert } from 'lucide-react'
import type { Mock } from '#contract/mocks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import type { Saving, ScorecardEditor } from './scorecard-editor.ts'

/** Whether what is typed is stored; and where it is not, why, and what can be done. Nothing typed is lost meanwhile. */
export function SavingLine({
  editor,
  saving,
  stored,
  isGone,
}: Readonly<{
  editor: ScorecardEditor
  saving: Saving
  stored: Mock | null
  isGone: boolean
}>) {
  if (isGone || (saving.kind === 'failed' && saving.error.code === 'not-found'))
    return (
      <Notice
        tone="caution"
        role="alert"
        icon={<CircleAlert aria-hidden />}
        actions={
          <Button size="s" onClick={editor.saveAsNew}>
            Save as a new one
          </Button>
        }
      >
        This mock interview was deleted or undone elsewhere. What you see here is not stored.
      </Notice>
    )
  if (saving.kind === 'stale')
    return (
      <Notice
        tone="caution"
        role="alert"
        icon={<CircleAlert aria-hidden />}
        actions={
          <>
            <Button
              size="s"
              onClick={() => {
                editor.settle('theirs')
              }}
            >
              Take the stored one
            </Button>
            <Button
              size="s"
              onClick={() => {
                editor.settle('mine')
              }}
            >
              Keep what stands here
            </Button>
          </>
        }
      >
        Another window saved this scorecard since. Yours still stands here and is not stored.
      </Notice>
    )
  if (saving.kind === 'failed')
    return (
      <Notice
        tone="negative"
        role="alert"
        icon={<CircleAlert aria-hidden />}
        actions={
          <Button size="s" onClick={() => void editor.flush()}>
            Try again
          </Button>
        }
      >
        Not saved: {saving.error.message} {saving.error.hint} What you typed is kept.
      </Notice>
    )
  return (
    <output>
      {saving.kind === 'saving'
        ? 'Saving…'
        : stored === null
          ? 'Saved as you type. Everything but type and date may stay empty.'
          : 'Saved.'}
    </output>
  )
}
