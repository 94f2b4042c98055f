import { formatPercent } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { Work } from './use-import.ts'

const words: Readonly<Record<Work['kind'], string>> = {
  receive: 'Taking the file over…',
  unlock: 'Opening the file…',
  inspect: 'Looking at the file…',
  preview: 'Reading the file…',
  import: 'Importing…',
}

/** How far the work is, and the way out of it. */
export function WorkState({
  work,
  onCancel,
}: Readonly<{ work: Work | null; onCancel: () => void }>) {
  // Each a region of its own: the words are spoken once, the figures never.
  const said = work === null ? '' : work.canceling ? 'Stopping…' : words[work.kind]
  return (
    <div className="transfer-work" data-idle={work === null || undefined}>
      <output>{said}</output>
      {work !== null && (
        <>
          <span className="transfer-percent" aria-hidden>
            {work.done === null ? '' : formatPercent(work.done).replace('.0', '')}
          </span>
          <ProgressBar kind="work" label={words[work.kind]} value={work.done} />
          {work.kind !== 'receive' && (
            <Button size="s" pending={work.canceling} onClick={onCancel}>
              Cancel
            </Button>
          )}
        </>
      )}
    </div>
  )
}
