import type { Away, Timer } from '#contract/timer.ts'
import { AwayOptions } from './away-options.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { awayPutOff } from './questions.ts'
import { awayWords, spanWords } from './away-words.ts'

/** Asks what a stretch counts for in which nobody was seen. Nothing is counted or taken out without an answer. */
export function AwayDialog({ timer, away }: Readonly<{ timer: Timer; away: Away }>) {
  return (
    <Dialog
      open
      size="s"
      title="Were you working all the time?"
      description={`${spanWords(away)} there was no sign of you while the timer ran. It is not logged until you say what it was.`}
      onClose={() => {
        awayPutOff.set(away.from)
      }}
    >
      <AwayOptions away={away} words={awayWords(timer, away)} />
    </Dialog>
  )
}
