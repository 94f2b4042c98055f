import { Copy, Download, FileInput, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ShelvedPlaybook } from '#contract/own-playbooks.ts'
import { formatCount } from '#domain/readable.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { playbookPath } from './addresses.ts'
import { exportPlaybook, importPlaybooks, replacePlaybook, type Refused } from './files.ts'
import { NewPlaybookDialog } from './new-playbook-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import './playbooks.css'

/** Every playbook that is here: those that ship with the app, and one's own. */
export function PlaybooksPage() {
  const reading = useCall('playbooks.shelf', {})
  const { data } = reading
  const [making, setMaking] = useState<Readonly<{ from: string | null }> | null>(null)
  const [removing, setRemoving] = useState<ShelvedPlaybook | null>(null)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const own = data?.filter(({ builtIn }) => !builtIn) ?? []
  const builtIn = data?.filter((book) => book.builtIn) ?? []
  const row = (book: ShelvedPlaybook) => (
    <PlaybookRow
      key={`${book.id} ${book.name}`}
      book={book}
      onCopy={() => {
        setMaking({ from: book.id })
      }}
      onRemove={() => {
        setRemoving(book)
      }}
    />
  )
  return (
    <Screen
      title="Playbooks"
      lead="What a level asks for. Add one for another company or level, and aim at it."
      width="narrow"
      actions={
        <>
          <Button
            icon={<FileInput aria-hidden />}
            onClick={() => void importPlaybooks().then(setRefused)}
          >
            Import…
          </Button>
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => {
              setMaking({ from: 'L6' })
            }}
          >
            New playbook…
          </Button>
        </>
      }
    >
      {refused.map((one) => (
        <RefusedFile
          key={one.fileName}
          refused={one}
          onDone={() => {
            setRefused(refused.filter((other) => other !== one))
          }}
        />
      ))}
      {data === undefined && <Unanswered readings={[reading]} />}
      {data !== undefined && (
        <>
          <Card title="Your own" flush>
            {own.length === 0 ? (
              <EmptyState compact title="None yet.">
                Begin with a copy of L6 or L7, or with a small one. Each is a YAML file in the
                folder <code>playbooks</code> of your data folder, and can be edited there as well.
              </EmptyState>
            ) : (
              <ul className="playbooks-list">{own.map(row)}</ul>
            )}
          </Card>
          <Card
            title="From Loopready"
            lead="They stay as they are; make your own copy to change one."
            flush
          >
            <ul className="playbooks-list">{builtIn.map(row)}</ul>
          </Card>
        </>
      )}
      {making !== null && (
        <NewPlaybookDialog
          from={making.from}
          onClose={() => {
            setMaking(null)
          }}
        />
      )}
      {removing !== null && (
        <RemoveDialog
          book={removing}
          onClose={() => {
            setRemoving(null)
          }}
        />
      )}
    </Screen>
  )
}

function PlaybookRow({
  book,
  onCopy,
  onRemove,
}: Readonly<{ book: ShelvedPlaybook; onCopy: () => void; onRemove: () => void }>) {
  const { id, name, summary, builtIn, faults, template, hasDraft, use } = book
  const isBroken = summary === '' && faults.length > 0
  return (
    <li className="playbooks-book" aria-label={name}>
      <div className="playbooks-book-text">
        <p className="playbooks-book-name">
          <a href={`#${playbookPath(id)}`}>{name}</a>
          <span className="playbooks-quiet">{id}</span>
          {use.isTarget && <Badge tone="accent">Target level</Badge>}
          {isBroken && <Badge tone="negative">Cannot be used</Badge>}
          {hasDraft && <Badge tone="caution">Unsaved changes</Badge>}
        </p>
        {summary !== '' && <p>{summary}</p>}
        {(template !== null || use.sessions > 0) && (
          <p className="playbooks-quiet">
            {[
              template === null ? '' : `Made from ${template}`,
              use.sessions > 0
                ? formatCount(use.sessions, { one: 'session', many: 'sessions' })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {faults.map((fault) => (
          <p key={fault} className="playbooks-fault">
            {fault}
          </p>
        ))}
      </div>
      <div className="playbooks-book-actions">
        {builtIn ? (
          <LinkButton href={`#${playbookPath(id)}`} size="s" aria-label={`Read ${id}`}>
            Read
          </LinkButton>
        ) : (
          <LinkButton
            href={`#${playbookPath(id)}`}
            size="s"
            icon={<Pencil aria-hidden />}
            aria-label={`Edit ${id}`}
          >
            Edit
          </LinkButton>
        )}
        {!isBroken && (
          <Button
            size="s"
            variant="quiet"
            icon={<Copy aria-hidden />}
            aria-haspopup="dialog"
            aria-label={`Make your own copy of ${id}`}
            onClick={onCopy}
          >
            Copy…
          </Button>
        )}
        <Button
          size="s"
          variant="quiet"
          icon={<Download aria-hidden />}
          aria-label={`Export ${id}`}
          onClick={() => void exportPlaybook(id)}
        >
          Export
        </Button>
        {!builtIn && (
          <Button
            size="s"
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            aria-label={`Remove ${id}`}
            disabled={use.isTarget}
            title={
              use.isTarget ? 'It is your target level. Switch to another one first.' : undefined
            }
            onClick={onRemove}
          >
            Remove…
          </Button>
        )}
      </div>
    </li>
  )
}

function RefusedFile({
  refused: { fileName, text, error, replaces },
  onDone,
}: Readonly<{ refused: Refused; onDone: () => void }>) {
  const others = error.others ?? []
  return (
    <Notice
      tone="caution"
      role="alert"
      icon={<TriangleAlert aria-hidden />}
      actions={
        <>
          {replaces !== null && (
            <Button
              size="s"
              onClick={() => {
                onDone()
                void replacePlaybook(replaces, text)
              }}
            >
              Replace {replaces}
            </Button>
          )}
          <Button size="s" variant="quiet" onClick={onDone}>
            Close
          </Button>
        </>
      }
    >
      {replaces !== null ? (
        <p>
          {fileName}: there is a playbook {replaces} already. Replacing it can be undone.
        </p>
      ) : (
        <>
          <p>{fileName} was not imported.</p>
          <p className="playbooks-fault">{error.message}</p>
          {others.map(({ message }) => (
            <p key={message} className="playbooks-fault">
              {message}
            </p>
          ))}
        </>
      )}
    </Notice>
  )
}
