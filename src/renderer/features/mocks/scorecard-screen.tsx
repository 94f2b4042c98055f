import { ArrowLeft, Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import { useParams } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import type { Mock } from '#contract/mocks.ts'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useStore } from '../../ui/store.ts'
import { LogAsSession } from './log-as-session.tsx'
import { editorOf, fileNew, knownEditor, newEditor } from './open-scorecards.ts'
import { contentOf, emptyScorecard } from './scorecard-content.ts'
import type { ScorecardEditor } from './scorecard-editor.ts'
import { ScorecardForm } from './scorecard-form.tsx'
import { SavingLine } from './saving-line.tsx'
import { useDeleteMock } from './use-delete-mock.ts'
import './mocks.css'

/** One scorecard, stored or new. It has no button to save: what is typed is stored as it is typed. */
export function ScorecardScreen() {
  const { id } = useParams<{ id: string }>()
  const profile = useCall('profile.get', {})
  const stored = useCall('mocks.get', { id }, { enabled: id !== 'new' })
  const editor =
    id === 'new'
      ? profile.data && newEditor(emptyScorecard('behavioural', profile.data.today))
      : (knownEditor(id) ?? (stored.data && editorOf(stored.data, contentOf(stored.data))))

  if (editor && profile.data?.profile)
    return (
      <OpenScorecard
        id={id}
        editor={editor}
        level={profile.data.profile.level}
        today={profile.data.today}
        stored={stored.data}
        isGone={stored.error?.code === 'not-found'}
      />
    )
  return (
    <Screen title="Mock interview" actions={<BackLink />}>
      <Unanswered readings={[profile, stored]}>
        <Skeleton lines={8} />
      </Unanswered>
    </Screen>
  )
}

function OpenScorecard({
  id,
  editor,
  level,
  today,
  stored,
  isGone,
}: Readonly<{
  id: string
  editor: ScorecardEditor
  level: string
  today: string
  stored: Mock | undefined
  isGone: boolean
}>) {
  const { content, stored: saved, saving } = useStore(editor.state)
  const deleteMock = useDeleteMock()
  const remove = async (mock: Mock) => {
    if (await deleteMock(mock)) navigate('/practice/mocks')
  }

  useEffect(() => {
    if (stored !== undefined && stored.id === saved?.id) editor.take(stored)
  }, [editor, stored, saved?.id])
  useEffect(() => {
    if (saved === null || saved.id === id) return
    fileNew(editor, saved.id)
    navigate(`/practice/mocks/${saved.id}`, { replace: true })
  }, [editor, saved, id])
  useEffect(
    () => () => {
      void editor.flush()
    },
    [editor],
  )

  return (
    <Screen
      title={saved === null ? 'New mock interview' : 'Mock interview'}
      lead={<SavingLine editor={editor} saving={saving} stored={saved} isGone={isGone} />}
      actions={
        <>
          <BackLink />
          {saved !== null && !isGone && (
            <>
              <LogAsSession mock={saved} />
              <Button
                variant="danger"
                icon={<Trash2 aria-hidden />}
                onClick={() => void remove(saved)}
              >
                Delete
              </Button>
            </>
          )}
        </>
      }
    >
      <ScorecardForm
        content={content}
        level={saved?.level ?? level}
        today={today}
        error={saving.kind === 'failed' ? saving.error : null}
        onContent={editor.change}
      />
    </Screen>
  )
}

function BackLink() {
  return (
    <a className="mocks-back" href="#/practice/mocks">
      <ArrowLeft aria-hidden />
      All mock interviews
    </a>
  )
}
