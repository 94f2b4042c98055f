import { KeyRound } from 'lucide-react'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../ui/button.tsx'
import type { Work } from './use-work.ts'

/** A key's file as it was handed over. */
export type ChosenKey = Readonly<{ file: string; name: string }>

/** Takes the file of a backup's key, once it was missed. */
export function KeyChoice({
  work,
  chosen,
  onChosen,
}: Readonly<{ work: Work; chosen: ChosenKey | null; onChosen: (key: ChosenKey) => void }>) {
  const choose = async () => {
    const answer = await bridge.chooseBackupFile()
    if (!answer.ok) return work.fail(answer.error)
    if (answer.value === null) return
    onChosen(answer.value)
    work.fail(null)
  }
  if (work.error?.field !== 'key' && chosen === null) return null
  return (
    <div className="safety-actions">
      <Button
        size="s"
        icon={<KeyRound aria-hidden />}
        pending={work.running !== null}
        onClick={() => void choose()}
      >
        Choose its key file…
      </Button>
      {chosen !== null && (
        <span className="safety-text">
          <bdi>{chosen.name}</bdi> is taken.
        </span>
      )}
    </div>
  )
}
