import { Play, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Recording } from '#contract/rehearsals.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormError } from '../../ui/field.tsx'
import { sizeText } from './words.ts'
import './recording-player.css'

/**
 * Plays a recording, and deletes it. Its sound is fetched when it is wanted, held by this page alone and let go with
 * it; it is no part of the cache of reads, which would keep it.
 */
export function RecordingPlayer({
  recording,
  name,
}: Readonly<{ recording: Recording; name: string }>) {
  const { write, pending } = useWrite('rehearsals.removeRecordings')
  const [address, setAddress] = useState<string | null>(null)
  const [isFetching, setFetching] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    if (address === null) return
    return () => {
      URL.revokeObjectURL(address)
    }
  }, [address])

  const fetchSound = async () => {
    setFetching(true)
    const answer = await bridge.call('rehearsals.recording', { id: recording.id })
    setFetching(false)
    if (!answer.ok) return setFailed([answer.error.message, answer.error.hint].join(' ').trim())
    setFailed(null)
    const { bytes, mediaType } = answer.value
    setAddress(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType })))
  }
  const remove = async () => {
    const answer = await write({ ids: [recording.id] })
    if (answer.ok) offerUndo('Recording moved to the trash.', answer.change)
    else setFailed(answer.error.message)
  }
  return (
    <div className="rehearse-recording">
      {!recording.present ? (
        <span className="rehearse-recording-note">The sound was deleted for good.</span>
      ) : address === null ? (
        <Button
          size="s"
          icon={<Play aria-hidden />}
          pending={isFetching}
          aria-label={`Play the recording of ${name}`}
          onClick={() => void fetchSound()}
        >
          Play
        </Button>
      ) : (
        // What was said is the person's own telling of a text that stands on this page.
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- there is nobody to caption a private recording
        <audio controls autoPlay src={address} aria-label={`Recording of ${name}`} />
      )}
      <Button
        size="s"
        variant="quiet"
        icon={<Trash2 aria-hidden />}
        pending={pending}
        aria-label={`Delete the recording of ${name}`}
        onClick={() => void remove()}
      >
        Delete
      </Button>
      {recording.present && (
        <span className="rehearse-recording-note">{sizeText(recording.bytes)}</span>
      )}
      <FormError>{failed}</FormError>
    </div>
  )
}
