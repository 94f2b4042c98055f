import { ArrowLeft, Copy, Download, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useParams } from 'wouter'
import type { OutputOf } from '#contract/index.ts'
import type { PlaybookFault } from '#contract/own-playbooks.ts'
import { formatCount } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ErrorState, Notice } from '../../ui/states.tsx'
import { shelfPath } from './addresses.ts'
import { ChangesView } from './changes-view.tsx'
import { useEditing, type Editing } from './editing.ts'
import { FaultsList } from './faults-list.tsx'
import { exportPlaybook } from './files.ts'
import { FormView } from './form-view.tsx'
import { textAt } from './form-values.ts'
import { NewPlaybookDialog } from './new-playbook-dialog.tsx'
import { goToPlace, TextView } from './text-view.tsx'
import './playbooks.css'

type Stored = OutputOf<'playbooks.text'>

/** One playbook: to be read where it ships with the app, to be edited where it is one's own. */
export function PlaybookPage() {
  const { id = '' } = useParams()
  const name = decodeURIComponent(id)
  const { data, error, retry } = useCall('playbooks.text', { id: name })
  // The last answer stays after a failure: a playbook that was removed is no longer here to be edited.
  if (error !== null)
    return (
      <Screen title="Playbook" width="narrow">
        <ErrorState
          title={error.message}
          actions={
            <>
              <LinkButton href={`#${shelfPath}`}>All playbooks</LinkButton>
              <Button onClick={retry}>Try again</Button>
            </>
          }
        >
          {error.hint}
        </ErrorState>
      </Screen>
    )
  if (data === undefined || data.id !== name) return null
  return data.builtIn ? <BuiltInBook stored={data} /> : <OwnBook key={name} stored={data} />
}

function BuiltInBook({ stored }: Readonly<{ stored: Stored }>) {
  const [copying, setCopying] = useState(false)
  return (
    <Screen
      title={`Playbook ${stored.id}`}
      lead="It ships with Loopready and stays as it is."
      actions={
        <>
          <BackLink />
          <Button icon={<Download aria-hidden />} onClick={() => void exportPlaybook(stored.id)}>
            Export
          </Button>
          <Button
            variant="primary"
            icon={<Copy aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => {
              setCopying(true)
            }}
          >
            Make your own copy…
          </Button>
        </>
      }
    >
      <TextView text={stored.text} faults={[]} />
      {copying && (
        <NewPlaybookDialog
          from={stored.id}
          onClose={() => {
            setCopying(false)
          }}
        />
      )}
    </Screen>
  )
}

type View = 'form' | 'text' | 'changes'

function OwnBook({ stored }: Readonly<{ stored: Stored }>) {
  const editing = useEditing(stored)
  const { checked, text, isChanged } = editing
  const [view, setView] = useState<View>('form')
  const field = useRef<HTMLTextAreaElement>(null)
  const faults = checked?.faults ?? null
  const goTo = (fault: PlaybookFault) => {
    setView('text')
    // The text is there once this view is drawn.
    requestAnimationFrame(() => {
      if (field.current) goToPlace(field.current, fault)
    })
  }
  const count = checked?.changes?.changes.length
  return (
    <Screen
      title={textAt(editing.data, ['name']) || stored.id}
      lead={`${stored.fileName} in the folder playbooks of your data folder`}
      actions={
        <>
          <BackLink />
          <Button icon={<Download aria-hidden />} onClick={() => void exportPlaybook(stored.id)}>
            Export
          </Button>
        </>
      }
    >
      <SaveTrouble editing={editing} />
      <div className="playbooks-bar">
        <Segmented<View>
          label="View"
          value={view}
          options={[
            { value: 'form', label: 'Form' },
            { value: 'text', label: 'Text' },
            {
              value: 'changes',
              label: count === undefined || count === 0 ? 'Changes' : `Changes (${count})`,
            },
          ]}
          onValue={setView}
        />
        <div className="playbooks-bar-end">
          {isChanged && (
            <p className="playbooks-quiet">
              {faults !== null && faults.length > 0
                ? `${formatCount(faults.length, { one: 'fault', many: 'faults' })}; kept as a draft`
                : 'Not saved yet; kept as a draft'}
            </p>
          )}
          {isChanged && <Button onClick={editing.discard}>Discard changes</Button>}
          <Button
            variant="primary"
            disabled={!isChanged || (faults !== null && faults.length > 0)}
            pending={editing.pending}
            onClick={() => void editing.save()}
          >
            Save playbook
          </Button>
        </div>
      </div>
      <FaultsList faults={faults} onPlace={goTo} />
      {view === 'form' && (
        <FormView
          editing={editing}
          onText={() => {
            setView('text')
          }}
        />
      )}
      {view === 'text' && (
        <TextView field={field} text={text} faults={faults ?? []} onText={editing.type} />
      )}
      {view === 'changes' && (
        <ChangesView
          changes={checked?.changes ?? null}
          known={(checked?.playbook ?? null) !== null}
        />
      )}
    </Screen>
  )
}

/** Why it was not saved; and that the file was changed elsewhere, with both ways out. */
function SaveTrouble({ editing }: Readonly<{ editing: Editing }>) {
  if (editing.isOvertaken)
    return (
      <Notice
        tone="caution"
        role="alert"
        icon={<TriangleAlert aria-hidden />}
        actions={
          <>
            <Button size="s" onClick={editing.discard}>
              Take the file
            </Button>
            <Button size="s" onClick={() => void editing.save(true)}>
              Save over it
            </Button>
          </>
        }
      >
        The file was changed elsewhere since you began. What you typed here is kept until you
        choose.
      </Notice>
    )
  if (editing.error === null) return null
  return (
    <Notice tone="negative" role="alert" icon={<TriangleAlert aria-hidden />}>
      {editing.error.message} {editing.error.hint}
    </Notice>
  )
}

function BackLink() {
  return (
    <LinkButton href={`#${shelfPath}`} variant="quiet" icon={<ArrowLeft aria-hidden />}>
      All playbooks
    </LinkButton>
  )
}
