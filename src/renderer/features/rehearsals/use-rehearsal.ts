import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { Rehearsal } from '#contract/rehearsals.ts'
import type { StoryFormat } from '#contract/story.ts'
import {
  beginRun,
  countdownLeft,
  markPart,
  partIndex,
  partTimes,
  spokenMs,
  togglePause,
  unmarkPart,
  type Run,
} from '#domain/rehearsals/run.ts'
import { partOrder } from '#domain/story-fields.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { useStore } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { keptRun } from './kept-run.ts'
import { useRecorder, type Sound } from './recorder.ts'
import { useNow } from './use-now.ts'

/** Presses closer together than this are one press that bounced, in milliseconds. */
const bounceMs = 250

/** The rehearsal of one story from its start to its save. Everything it needs to go on is in `keptRun`. */
export function useRehearsal(story: string, onSaved: (rehearsal: Rehearsal) => void) {
  const kept = useStore(keptRun)
  const run = kept?.story === story ? kept : null
  const [isEnding, setEnding] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const [isOpening, setOpening] = useState(false)
  const nowMs = useNow(run !== null && run.pausedAtMs === null)
  const { data: recordings } = useCall('rehearsals.recordings', {})
  const willRecord = recordings?.on === true
  const recorder = useRecorder()
  const save = useWrite('rehearsals.save')
  const keep = useWrite('rehearsals.saveRecording')
  // Outlives a save that failed, so that saving again keeps the recording too.
  const heard = useRef<Sound | null>(null)

  const isSpeaking =
    run !== null && !isEnding && run.pausedAtMs === null && countdownLeft(run, nowMs) === 0
  const { follow } = recorder
  useEffect(() => {
    follow(isSpeaking)
  }, [follow, isSpeaking])

  const change = useCallback((next: (run: Run, nowMs: number) => Run) => {
    const current = keptRun.get()
    if (current !== null) keptRun.set(next(current, Date.now()))
  }, [])

  const start = async (format: StoryFormat) => {
    if (willRecord) {
      setOpening(true)
      const problem = await recorder.open()
      setOpening(false)
      if (problem !== null)
        showToast({ message: `${problem} This rehearsal is not recorded.`, tone: 'negative' })
    }
    setError(null)
    keptRun.set(beginRun(story, format, Date.now()))
  }

  const finish = async () => {
    const current = keptRun.get()
    if (current === null || isEnding || countdownLeft(current, Date.now()) > 0) return
    // Stopped before anything else: saving takes no time from the last part.
    const ended = current.pausedAtMs === null ? togglePause(current, Date.now()) : current
    keptRun.set(ended)
    setEnding(true)
    heard.current = (await recorder.stop()) ?? heard.current
    const answer = await save.write({
      story,
      format: ended.format,
      startedAt: `${new Date(ended.startsAtMs).toISOString().slice(0, 19)}Z`,
      parts: partTimes(ended, Date.now()).map((told) => ({ ...told })),
    })
    setEnding(false)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    const { id } = answer.value.rehearsal
    keptRun.set(null)
    onSaved(answer.value.rehearsal)
    const sound = heard.current
    heard.current = null
    if (sound === null) return
    const kept = await keep.write({ rehearsal: id, ...sound })
    if (!kept.ok)
      showToast({
        message: [kept.error.message, kept.error.hint].join(' ').trim(),
        tone: 'negative',
      })
  }

  const mark = () => {
    const current = keptRun.get()
    if (current === null || isEnding) return
    const now = Date.now()
    const sinceMark = spokenMs(current, now) - (current.marks.at(-1) ?? 0)
    if (current.pausedAtMs !== null || sinceMark < bounceMs) return
    if (partIndex(current) === partOrder.length - 1) void finish()
    else change(markPart)
  }

  return {
    run,
    /** A rehearsal of another story that is going on. */
    other: kept !== null && run === null ? kept : null,
    nowMs,
    error,
    isEnding,
    isOpening,
    willRecord,
    isRecording: recorder.isOpen,
    start,
    finish,
    mark,
    unmark: () => {
      change(unmarkPart)
    },
    pause: () => {
      change(togglePause)
      setError(null)
    },
    /** Ends it without keeping anything. */
    drop: () => {
      recorder.release()
      heard.current = null
      setError(null)
      keptRun.set(null)
    },
  }
}
