import { Dices, MessageCircleQuestion, Plus, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Question } from '#contract/questions.ts'
import { drillOrder, filteredQuestions } from '#domain/questions.ts'
import { formatCount } from '#domain/readable.ts'
import { DeletedCard } from '../../bridge/deleted.tsx'
import { useCall } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useStore } from '../../ui/store.ts'
import { DrillDialog } from './drill-dialog.tsx'
import { questionFilter } from './filter-state.ts'
import { LevelLessons } from './level-lessons.tsx'
import { OwnQuestionDialog } from './own-question-dialog.tsx'
import { QuestionFilterBar } from './question-filter-bar.tsx'
import { grouped } from './question-groups.ts'
import { QuestionRow } from './question-row.tsx'
import './questions.css'

const unit = { one: 'question', many: 'questions' }

/** The questions to practise, the drill, and how to answer one that is asked at another level. */
export function QuestionsScreen() {
  const reading = useCall('questions.list', {})
  const { data: questions } = reading
  const principlesRead = useCall('playbooks.principles', {})
  const { data: principles } = principlesRead
  const levelsRead = useCall('playbooks.list', {})
  const levels = levelsRead.data?.playbooks
  const level = useCall('profile.get', {}).data?.profile?.level
  const chosen = useStore(questionFilter)
  const [editing, setEditing] = useState<Readonly<{ question: Question | null }> | null>(null)
  const [drill, setDrill] = useState<readonly Question[] | null>(null)

  const filter = useMemo(() => chosen ?? { level }, [chosen, level])
  const shown = useMemo(
    () => (questions === undefined ? [] : filteredQuestions(questions, filter)),
    [questions, filter],
  )
  if (questions === undefined || principles === undefined || levels === undefined)
    return (
      <Screen title="Questions">
        <Unanswered readings={[reading, principlesRead, levelsRead]}>
          <Skeleton lines={8} />
        </Unanswered>
      </Screen>
    )
  const practised = questions.filter(({ drilled }) => drilled !== null).length
  return (
    <Screen
      title="Questions"
      lead={`${formatCount(questions.length, unit)}, ${practised} practised. In our own words, not from any interview guide.`}
      actions={
        <>
          <Button
            icon={<Plus aria-hidden />}
            onClick={() => {
              setEditing({ question: null })
            }}
          >
            Add question
          </Button>
          <Button
            variant="primary"
            icon={<Dices aria-hidden />}
            disabled={shown.length === 0}
            onClick={() => {
              setDrill(drillOrder(shown, crypto.getRandomValues(new Int32Array(1))[0] ?? 0))
            }}
          >
            Start drill
          </Button>
        </>
      }
    >
      <Card>
        <QuestionFilterBar
          filter={filter}
          principles={principles}
          levels={levels.map(({ id }) => id)}
          onFilter={questionFilter.set}
        />
        <output className="questions-count">
          {shown.length === questions.length
            ? `All ${formatCount(shown.length, unit)}`
            : `${formatCount(shown.length, unit)} of ${questions.length}`}
        </output>
      </Card>
      {shown.length === 0 ? (
        <EmptyState
          icon={filter.show === 'own' ? <MessageCircleQuestion /> : <SearchX />}
          title={
            filter.show === 'own' ? 'No questions of your own here' : 'No question is like that'
          }
          actions={
            <Button
              onClick={() => {
                questionFilter.set({})
              }}
            >
              Show all questions
            </Button>
          }
        >
          {filter.show === 'own'
            ? 'Add the ones that you were asked, or that you are afraid of.'
            : 'Take a word or a filter away.'}
        </EmptyState>
      ) : (
        grouped(shown, principles).map((group) => (
          <Card
            key={group.name}
            title={group.name}
            lead={formatCount(group.questions.length, unit)}
            flush
          >
            <ul className="questions-list">
              {group.questions.map((question) => (
                <QuestionRow
                  key={question.id}
                  question={question}
                  principleName={principles.find(({ id }) => id === question.principle)?.name}
                  onEdit={(own) => {
                    setEditing({ question: own })
                  }}
                />
              ))}
            </ul>
          </Card>
        ))
      )}
      <DeletedQuestions />
      <LevelLessons />
      {editing !== null && (
        <OwnQuestionDialog
          editing={editing.question}
          principles={principles}
          levels={levels}
          onClose={() => {
            setEditing(null)
          }}
        />
      )}
      {drill !== null && (
        <DrillDialog
          order={drill}
          principles={principles}
          onClose={() => {
            setDrill(null)
          }}
        />
      )}
    </Screen>
  )
}

function DeletedQuestions() {
  const trash = useCall('trash.list', { limit: 1 }).data
  if (trash === undefined) return null
  return (
    <DeletedCard
      title="Deleted questions"
      days={trash.days}
      items={trash.questions.map(({ question: { id, text }, deletedAt }) => ({
        id,
        name: text,
        deletedAt,
      }))}
    />
  )
}
