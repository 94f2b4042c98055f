import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ChosenStoryFile } from '#contract/bridge.ts'
import type { OutputOf } from '#contract/index.ts'
import type { StoryImport } from '#contract/story-files.ts'
import { formatCount } from '#domain/readable.ts'
import { offerUndo } from '../../../bridge/history.ts'
import { useCall, useWrite } from '../../../bridge/queries.ts'
import { Badge, type Tone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormError } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { titleOf } from '../story-words.ts'
import { storyImportFiles } from './story-import-window.ts'
import '../stories.css'
import './story-import-dialog.css'

type Row = OutputOf<'stories.previewImport'>[number]
type Existing = NonNullable<StoryImport['existing']>

const actions: Readonly<Record<Row['action'], readonly [string, Tone]>> = {
  create: ['New', 'positive'],
  replace: ['New version', 'accent'],
  copy: ['Second copy', 'accent'],
  unchanged: ['Here already', 'neutral'],
  skip: ['Left out', 'neutral'],
  refused: ['Cannot be read', 'negative'],
}
const story = { one: 'story', many: 'stories' }

const close = () => {
  storyImportFiles.set(null)
}

/** What the chosen files would become, and what happens to stories that are here already. */
export function StoryImportDialog({ files }: Readonly<{ files: readonly ChosenStoryFile[] }>) {
  const [existing, setExisting] = useState<Existing>('replace')
  const input = { files: [...files], existing }
  const { data: rows, error, retry } = useCall('stories.previewImport', input)
  const { write, pending } = useWrite('stories.importMarkdown')
  const [failed, setFailed] = useState<string | null>(null)
  const changing = (rows ?? []).filter(({ action }) =>
    ['create', 'replace', 'copy'].includes(action),
  )
  // The choice matters only where a story is here with other content.
  const hasKnown = (rows ?? []).some(({ action }) => ['replace', 'copy', 'skip'].includes(action))
  const carryOut = async () => {
    const answer = await write(input)
    setFailed(answer.ok ? null : [answer.error.message, answer.error.hint ?? ''].join(' ').trim())
    if (!answer.ok) return
    offerUndo(`${formatCount(changing.length, story)} imported.`, answer.change)
    close()
  }
  return (
    <Dialog
      open
      size="l"
      title="Import stories"
      description={`${formatCount(files.length, { one: 'file', many: 'files' })}. Nothing is changed until you import, and the import can be undone.`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            pending={pending}
            disabled={changing.length === 0}
            onClick={() => void carryOut()}
          >
            {changing.length === 0
              ? 'Nothing to import'
              : `Import ${formatCount(changing.length, story)}`}
          </Button>
        </>
      }
    >
      {hasKnown && (
        <Segmented
          label="Stories that are here with other content"
          value={existing}
          options={[
            { value: 'replace', label: 'Get a new version' },
            { value: 'copy', label: 'Stay, with a copy' },
            { value: 'skip', label: 'Stay as they are' },
          ]}
          onValue={setExisting}
        />
      )}
      {rows === undefined ? (
        error === null ? (
          <Skeleton lines={4} />
        ) : (
          <ErrorState
            compact
            title={error.message}
            actions={<Button onClick={retry}>Try again</Button>}
          >
            {error.hint}
          </ErrorState>
        )
      ) : (
        <ul className="stories-import" aria-label="Files">
          {rows.map((row, index) => {
            const [label, tone] = actions[row.action]
            return (
              // Two files may have the same name and the same content.
              <li key={index}>
                <Badge tone={tone}>{label}</Badge>
                <div>
                  <strong dir="auto">{row.error === null ? titleOf(row) : row.name}</strong>
                  {row.error === null && <span className="stories-faint">{row.name}</span>}
                  <FormError>{row.error}</FormError>
                  {row.notes.map((note) => (
                    <span key={note} className="stories-import-note">
                      <CircleAlert aria-hidden />
                      {note}
                    </span>
                  ))}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <FormError>{failed}</FormError>
    </Dialog>
  )
}
