import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecordingType } from '#contract/rehearsals.ts'

/** What a recorder made. */
export type Sound = Readonly<{ mediaType: RecordingType; bytes: Uint8Array<ArrayBuffer> }>

const kinds: readonly Readonly<{ mediaType: RecordingType; asked: string }>[] = [
  { mediaType: 'audio/webm', asked: 'audio/webm;codecs=opus' },
  { mediaType: 'audio/ogg', asked: 'audio/ogg;codecs=opus' },
  { mediaType: 'audio/mp4', asked: 'audio/mp4' },
]

/** Enough for speech: a quarter of a megabyte a minute. */
const bitsPerSecond = 32_000

const problems: Readonly<Record<string, string>> = {
  NotAllowedError: 'The microphone was not allowed.',
  NotFoundError: 'No microphone was found.',
  NotReadableError: 'The microphone is in use by another program.',
}

/**
 * Records what is said, when the person has switched that on. `open` asks for the microphone and says what is wrong
 * where it cannot be had; `stop` gives the sound back. The microphone is let go with the component, whatever happens.
 */
export function useRecorder() {
  const stream = useRef<MediaStream | null>(null)
  const recorder = useRef<MediaRecorder | null>(null)
  const chunks = useRef<Blob[]>([])
  const [isOpen, setOpen] = useState(false)

  const release = useCallback(() => {
    if (recorder.current?.state !== 'inactive') recorder.current?.stop()
    for (const track of stream.current?.getTracks() ?? []) track.stop()
    stream.current = null
    recorder.current = null
    chunks.current = []
    setOpen(false)
  }, [])
  useEffect(() => release, [release])

  const open = useCallback(async (): Promise<string | null> => {
    try {
      // Absent where the page has no secure origin, and in browsers that cannot record.
      const kind = kinds.find(({ asked }) => MediaRecorder.isTypeSupported(asked))
      if (kind === undefined) return 'This browser cannot record.'
      const heard = await navigator.mediaDevices.getUserMedia({ audio: true })
      stream.current = heard
      const made = new MediaRecorder(heard, {
        mimeType: kind.asked,
        audioBitsPerSecond: bitsPerSecond,
      })
      made.addEventListener('dataavailable', ({ data }) => {
        if (data.size > 0) chunks.current.push(data)
      })
      recorder.current = made
      setOpen(true)
      return null
    } catch (thrown) {
      release()
      const name = thrown instanceof DOMException ? thrown.name : ''
      return problems[name] ?? 'The microphone cannot be used here.'
    }
  }, [release])

  /** Records, or rests in a pause. */
  const follow = useCallback((isSpeaking: boolean) => {
    const made = recorder.current
    if (made === null) return
    if (isSpeaking && made.state === 'inactive') made.start(1000)
    else if (isSpeaking && made.state === 'paused') made.resume()
    else if (!isSpeaking && made.state === 'recording') made.pause()
  }, [])

  const stop = useCallback(async (): Promise<Sound | null> => {
    const made = recorder.current
    if (made === null || made.state === 'inactive') {
      release()
      return null
    }
    const ended = new Promise((resolve) => {
      made.addEventListener('stop', resolve, { once: true })
    })
    made.stop()
    await ended
    const whole = new Blob(chunks.current)
    const mediaType = kinds.find((kind) => made.mimeType.startsWith(kind.mediaType))?.mediaType
    release()
    if (mediaType === undefined || whole.size === 0) return null
    return { mediaType, bytes: new Uint8Array(await whole.arrayBuffer()) }
  }, [release])

  return { isOpen, open, follow, stop, release }
}
