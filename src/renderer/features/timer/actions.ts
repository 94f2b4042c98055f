import type { CallError, Result } from '#contract/errors.ts'
import type { Session } from '#contract/sessions.ts'
import { formatDuration } from '#domain/duration.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { showToast } from '../../ui/toasts.ts'
import { awayPutOff, sessionToAmend, timerQuestion } from './questions.ts'
import { chosenCategory, suggestedCategory } from './suggestion.ts'

/** One key for the whole course: starts a timer, pauses one that runs, resumes one that is paused. */
export async function toggleTimer(): Promise<void> {
  const answer = await bridge.call('timer.get', {})
  if (!answer.ok) return say(answer.error)
  const { timer } = answer.value
  if (timer === null) return startTimer(chosenCategory.get() ?? (await suggestedCategory()))
  return timer.state === 'running' ? pauseTimer() : resumeTimer()
}

/** Starts a timer in a category of the present level. */
export async function startTimer(category: string | null): Promise<void> {
  if (category === null) return
  told(await bridge.call('timer.start', { category }))
}

export async function pauseTimer(): Promise<void> {
  told(await bridge.call('timer.pause', {}))
}

export async function resumeTimer(): Promise<void> {
  told(await bridge.call('timer.resume', {}))
}

/** How the time of a timer is to be logged. */
export type StopChoice = Readonly<{ worked?: string; acceptOverlap?: boolean }>

/** Ends the timer and logs its session. Answers with what was wrong, where the caller shows it. */
export async function stopTimer(choice: StopChoice = {}): Promise<CallError | null> {
  const answer = await bridge.call('timer.stop', choice)
  if (answer.ok) {
    timerQuestion.set(null)
    const { session } = answer.value
    offerUndo(`Logged ${lengthOf(session)}.`, answer.change, addTo(session))
    return null
  }
  ask(answer.error, () => void stopTimer({ ...choice, acceptOverlap: true }))
  return answer.error
}

/** Logs what was worked so far and times another category from now on. */
export async function switchTimer(category: string, acceptOverlap = false): Promise<void> {
  const answer = await bridge.call('timer.switch', { category, acceptOverlap })
  if (answer.ok) {
    const { session } = answer.value
    const done = `Logged ${lengthOf(session)} and switched the category.`
    offerUndo(done, answer.change, addTo(session))
  } else ask(answer.error, () => void switchTimer(category, true))
}

/** Says that the timer was for another category all along. Nothing is logged. */
export async function correctTimer(category: string): Promise<void> {
  const answer = await bridge.call('timer.change', { category })
  if (answer.ok) offerUndo('The category of the timer is corrected.', answer.change)
  else say(answer.error)
}

/** Puts a note on the timer, which its session will carry. */
export async function noteTimer(note: string): Promise<void> {
  told(await bridge.call('timer.change', { note }))
}

/** Ends the timer without a session. */
export async function discardTimer(): Promise<void> {
  const answer = await bridge.call('timer.discard', {})
  if (answer.ok) offerUndo('Timer discarded. Nothing was logged.', answer.change)
  else say(answer.error)
}

export type AwayChoice = 'keep' | 'subtract' | 'split'

const awayDone: Readonly<Record<AwayChoice, string>> = {
  keep: 'The time away is counted.',
  subtract: 'The time away is taken out.',
  split: 'What was before is logged; the timer goes on from when you came back.',
}

/** Answers for a stretch in which nobody was seen. */
export async function answerAway(
  stretch: Readonly<{ from: string; to: string }>,
  choice: AwayChoice,
  acceptOverlap = false,
): Promise<void> {
  // The brand of an instant exists in types alone; the engine checks what it is given.
  const { from, to } = stretch
  const answer = await bridge.call('timer.away', { from, to, choice, acceptOverlap })
  if (answer.ok) offerUndo(awayDone[choice], answer.change)
  else ask(answer.error, () => void answerAway(stretch, choice, true))
}

/** Shows what stands in the way of logging: a question where there is an answer to it, else the reason. */
function ask(error: CallError, accept: () => void) {
  if (error.code === 'overlap') timerQuestion.set({ kind: 'overlap', error, accept })
  else if (error.field === 'worked') {
    if (timerQuestion.get()?.kind !== 'worked') timerQuestion.set({ kind: 'worked', error })
  } else {
    if (error.field === 'away') awayPutOff.set(null)
    say(error)
  }
}

function told(answer: Result<unknown>) {
  if (!answer.ok) say(answer.error)
}

function say(error: CallError) {
  showToast({ message: [error.message, error.hint ?? ''].join(' ').trim(), tone: 'negative' })
}

/** The way from what was logged to its counts, and to its duration where that is not what was worked. */
function addTo(session: Session) {
  return {
    label: 'Add counts',
    run: () => {
      sessionToAmend.set(session)
    },
  }
}

function lengthOf({ durationS }: Session): string {
  return formatDuration(durationS)
}
