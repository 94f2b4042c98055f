import { CircleAlert, KeyRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { BackupEncryption } from '#contract/backups.ts'
import type { OutputOf } from '#contract/index.ts'
import { formatCount } from '#domain/readable.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { AlertDialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.ts'
import type { EncryptMode } from './encrypt-dialog.tsx'
import { useWork } from './use-work.ts'
import { keyFileText } from './words.ts'
import { WorkLine } from './work-line.tsx'

const EncryptDialog = lazy(() =>
  import('./encrypt-dialog.tsx').then((module) => ({ default: module.EncryptDialog })),
)

type Question = 'stop' | 'remove'

/** Whether backups are encrypted, with which key, and what is to be done about those that are not. */
export function EncryptionCard({
  data: { encryption, backups, withoutKey },
}: Readonly<{ data: OutputOf<'backups.list'> }>) {
  const work = useWork()
  const [mode, setMode] = useState<EncryptMode | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const { state, key, keyIsThere, unencrypted } = encryption
  const isOn = state === 'on'
  const isBusy = work.running !== null
  // Removing them is refused, since none would be left that opens.
  const areAll = backups.length === unencrypted + withoutKey.length

  const stop = async () => {
    setQuestion(null)
    const done = await work.run('Switching encryption off…', 'backups.stopEncrypting', {})
    if (done !== null) showToast({ message: 'New backups are not encrypted from now on.' })
  }
  const encryptEarlier = async () => {
    const done = await work.run('Encrypting earlier backups…', 'backups.encryptEarlier', {})
    if (done === null) return
    const { encrypted, damaged } = done.value
    const left = formatCount(damaged, {
      one: 'is damaged and was left as it is',
      many: 'are damaged and were left as they are',
    })
    showToast({
      message: `${backupsText(encrypted)} encrypted.${damaged === 0 ? '' : ` ${left}.`}`,
    })
  }
  const removeUnencrypted = async () => {
    setQuestion(null)
    const done = await work.run('Removing the backups…', 'backups.removeUnencrypted', {})
    if (done !== null) showToast({ message: `${backupsText(done.value.removed)} removed.` })
  }

  return (
    <Card
      title="Encryption"
      lead={leadOf(encryption)}
      actions={
        !isOn && (
          <Button
            size="s"
            icon={<KeyRound aria-hidden />}
            aria-haspopup="dialog"
            pending={isBusy}
            onClick={() => {
              setMode('on')
            }}
          >
            Encrypt backups…
          </Button>
        )
      }
    >
      <WorkLine work={work} canCancel />
      {state === 'unknown' && (
        <Notice tone="negative" role="alert" icon={<CircleAlert aria-hidden />}>
          <p>
            <strong>Whether backups are to be encrypted cannot be read, so none is made.</strong>{' '}
            Encrypt them with your passphrase again, or leave them open from now on.
          </p>
          <div className="safety-actions">
            <Button size="s" pending={isBusy} onClick={() => void stop()}>
              Do not encrypt them
            </Button>
          </div>
        </Notice>
      )}
      {isOn && !keyIsThere && (
        <Notice tone="negative" role="alert" icon={<CircleAlert aria-hidden />}>
          <p>
            <strong>
              The key file {keyFileText(key)} is missing or damaged, so no backup is made: nobody
              could open it.
            </strong>{' '}
            Put it back beside the backups, or begin with a new key.
          </p>
          <div className="safety-actions">
            <Button
              size="s"
              aria-haspopup="dialog"
              pending={isBusy}
              onClick={() => {
                setMode('repair')
              }}
            >
              Type a passphrase…
            </Button>
          </div>
        </Notice>
      )}
      {isOn && keyIsThere && (
        <>
          <p className="safety-path">
            <KeyRound aria-hidden />
            <code>{keyFileText(key)}</code>
          </p>
          <p className="safety-text">
            This file is the key, locked with your passphrase. It stands beside the backups, with a
            copy in the data folder. Take it along wherever you copy backups to.
          </p>
        </>
      )}
      {isOn && unencrypted > 0 && (
        <Notice tone="caution">
          <p>
            {formatCount(unencrypted, {
              one: 'earlier backup is not encrypted',
              many: 'earlier backups are not encrypted',
            })}
            .
            {areAll &&
              keyIsThere &&
              ` Make a new one first if you want to remove ${unencrypted === 1 ? 'it' : 'them'}.`}
          </p>
          <div className="safety-actions">
            <Button
              size="s"
              pending={isBusy}
              disabled={!keyIsThere}
              onClick={() => void encryptEarlier()}
            >
              {unencrypted === 1 ? 'Encrypt it' : 'Encrypt them'}
            </Button>
            <Button
              size="s"
              aria-haspopup="dialog"
              pending={isBusy}
              disabled={areAll || !keyIsThere}
              onClick={() => {
                setQuestion('remove')
              }}
            >
              {unencrypted === 1 ? 'Remove it…' : 'Remove them…'}
            </Button>
          </div>
        </Notice>
      )}
      {isOn && (
        <div className="safety-actions">
          <Button
            size="s"
            aria-haspopup="dialog"
            pending={isBusy}
            disabled={!keyIsThere}
            onClick={() => {
              setMode('change')
            }}
          >
            Change the passphrase…
          </Button>
          <Button
            size="s"
            variant="quiet"
            aria-haspopup="dialog"
            pending={isBusy}
            onClick={() => {
              setQuestion('stop')
            }}
          >
            Stop encrypting…
          </Button>
        </div>
      )}
      <p className="safety-text">
        What is in use on this computer is not encrypted by this: that is the work of the
        system&rsquo;s disk encryption.
      </p>
      <Suspense fallback={null}>
        {mode !== null && (
          <EncryptDialog
            mode={mode}
            onClose={() => {
              setMode(null)
            }}
          />
        )}
      </Suspense>
      <AlertDialog
        open={question === 'stop'}
        title="Stop encrypting backups?"
        confirmLabel="Stop encrypting"
        onCancel={() => {
          setQuestion(null)
        }}
        onConfirm={() => void stop()}
      >
        New backups can then be read by whoever gets them. Earlier ones stay encrypted and keep
        their key and passphrase.
      </AlertDialog>
      <AlertDialog
        open={question === 'remove'}
        title={`Remove ${backupsText(unencrypted)}?`}
        confirmLabel="Remove"
        danger
        onCancel={() => {
          setQuestion(null)
        }}
        onConfirm={() => void removeUnencrypted()}
      >
        All backups that are not encrypted are deleted for good. Your data and the encrypted backups
        stay as they are.
      </AlertDialog>
    </Card>
  )
}

function leadOf({ state, keyIsThere }: BackupEncryption): string {
  if (state !== 'on') return 'Whoever gets a backup can read it, unless it is encrypted.'
  return keyIsThere
    ? 'New backups are encrypted. Making them needs no passphrase; opening one does.'
    : 'Backups are to be encrypted, which needs their key file.'
}

function backupsText(n: number): string {
  return formatCount(n, { one: 'backup', many: 'backups' })
}
