import { useState, type FormEvent } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { ReportContents, ReportPreset } from '#contract/report.ts'
import { offerUndo, tellOutcome } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Keeps the present choice as a preset, or deletes the preset that is chosen where it is one's own. */
export function PresetButtons({
  contents,
  preset,
}: Readonly<{ contents: ReportContents; preset: ReportPreset | undefined }>) {
  const [open, setOpen] = useState(false)
  const { write, pending } = useWrite('report.removePreset')
  const remove = async (id: string, name: string) => {
    tellOutcome(await write({ id }), `Deleted the preset “${name}”.`)
  }
  return (
    <>
      {preset === undefined && (
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          Save as preset…
        </Button>
      )}
      {preset?.own === true && (
        <Button pending={pending} onClick={() => void remove(preset.id, preset.name)}>
          Delete preset
        </Button>
      )}
      {open && (
        <PresetDialog
          contents={contents}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

function PresetDialog({
  contents,
  onClose,
}: Readonly<{ contents: ReportContents; onClose: () => void }>) {
  const [name, setName] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  const { write, pending } = useWrite('report.savePreset')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await write({ name, contents })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    offerUndo(`Saved the preset “${answer.value.preset.name}”.`, answer.change)
    onClose()
  }
  return (
    <Dialog
      open
      size="s"
      title="Save as preset"
      description="Sections, length of the stories, findings and aliases are kept under this name."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="report-preset" pending={pending}>
            Save preset
          </Button>
        </>
      }
    >
      <form id="report-preset" onSubmit={(event) => void save(event)}>
        <TextField
          label="Name"
          value={name}
          onValue={setName}
          error={error === null ? undefined : `${error.message} ${error.hint ?? ''}`}
          data-autofocus
        />
      </form>
    </Dialog>
  )
}
