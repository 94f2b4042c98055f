import { Plus } from 'lucide-react'
import type { LoopPlan, LoopRound } from '#contract/loop.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useCall, useWrite } from '../../bridge/queries.ts'
import { Unanswered } from '../../bridge/unanswered.tsx'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Notice } from '../../ui/states.tsx'
import { createStore, useStore } from '../../ui/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { LoopOutcome } from './loop-outcome.tsx'
import { RoundCard } from './round-card.tsx'
import { fitting, moved, noWishes, type Wishes } from './loop-wishes.ts'
import './loop.css'

const wishStore = createStore<Wishes>(noWishes)

/** Rounds with their principles, the best assignment of stories to them, and what that leaves open. */
export function LoopScreen({ storyPath }: Readonly<{ storyPath: (id: string) => string }>) {
  const saved = useCall('loop.get', {})
  const kept = useStore(wishStore)
  const { rounds } = saved.data ?? {}
  const wishes = fitting(kept, rounds ?? [])
  const plan = useCall(
    'loop.simulate',
    {
      locks: [...wishes.locks],
      exclude: [...wishes.exclude],
      tellableOnly: wishes.tellableOnly,
    },
    { enabled: rounds !== undefined },
  )
  // What was answered for other wishes stays on show until the new answer is there.
  const shown = useLatest(plan.data)
  if (rounds === undefined || shown === undefined)
    return (
      <Screen title="Loop simulator">
        <Unanswered
          readings={[saved, plan]}
          actions={
            <Button
              onClick={() => {
                wishStore.set(noWishes)
              }}
            >
              Forget locks
            </Button>
          }
        />
      </Screen>
    )
  return (
    <Loop
      rounds={rounds}
      isDefault={saved.data?.isDefault ?? true}
      plan={shown}
      wishes={wishes}
      storyPath={storyPath}
    />
  )
}

const latestPlan = createStore<LoopPlan | undefined>(undefined)

function useLatest(plan: LoopPlan | undefined): LoopPlan | undefined {
  const before = useStore(latestPlan)
  if (plan !== undefined && plan !== before) queueMicrotask(() => latestPlan.set(plan))
  return plan ?? before
}

function Loop({
  rounds,
  isDefault,
  plan,
  wishes,
  storyPath,
}: Readonly<{
  rounds: readonly LoopRound[]
  isDefault: boolean
  plan: LoopPlan
  wishes: Wishes
  storyPath: (id: string) => string
}>) {
  const { write } = useWrite('loop.save')
  const { data: principles = [] } = useCall('playbooks.principles', {})
  const nameOf = (id: string) => principles.find((row) => row.id === id)?.name ?? id
  const save = async (next: readonly LoopRound[] | null, from: readonly number[] | null) => {
    const answer = await write({
      rounds:
        next?.map(({ name, principles: asked }) => ({ name, principles: [...asked] })) ?? null,
    })
    if (!answer.ok) {
      showToast({
        message: [answer.error.message, answer.error.hint ?? ''].join(' ').trim(),
        tone: 'negative',
      })
      return false
    }
    if (from !== null) wishStore.set(moved(wishStore.get(), from))
    offerUndo(next === null ? 'The suggested rounds are back.' : 'Loop changed.', answer.change)
    return true
  }
  const places = rounds.map((_, index) => index)
  return (
    <Screen
      title="Loop simulator"
      lead={`${plan.answered} of ${plan.slots.length} questions have a story of their own.`}
      actions={
        <>
          {!isDefault && <Button onClick={() => void save(null, [])}>Use suggested rounds</Button>}
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            disabled={rounds.length >= 10}
            onClick={() =>
              void save(
                [...rounds, { name: `Round ${rounds.length + 1}`, principles: ['ownership'] }],
                null,
              )
            }
          >
            Add round
          </Button>
        </>
      }
    >
      {isDefault && (
        <Notice>
          These rounds are a suggestion: no two loops are alike. Change them to what your recruiter
          tells you; the playbook says nothing about it.
        </Notice>
      )}
      <Segmented
        label="Stories to use"
        value={wishes.tellableOnly ? 'tellable' : 'all'}
        onValue={(value) => {
          wishStore.set({ ...wishes, tellableOnly: value === 'tellable' })
        }}
        options={[
          { value: 'all', label: 'All but retired' },
          { value: 'tellable', label: 'Ready and rehearsed' },
        ]}
      />
      <div className="loop-columns">
        <div className="loop-rounds">
          {rounds.map((round, index) => (
            <RoundCard
              // Rounds have no id, and their names need not differ.
              key={index}
              round={round}
              index={index}
              count={rounds.length}
              slots={plan.slots.filter((slot) => slot.round === index)}
              principles={principles}
              nameOf={nameOf}
              storyPath={storyPath}
              wishes={wishes}
              onWishes={wishStore.set}
              onChange={(next) => save(rounds.with(index, next), null)}
              onMove={(by) => {
                const order = places.toSpliced(index, 1).toSpliced(index + by, 0, index)
                void save(
                  order.flatMap((place) => rounds[place] ?? []),
                  order,
                )
              }}
              onRemove={() => void save(rounds.toSpliced(index, 1), places.toSpliced(index, 1))}
            />
          ))}
        </div>
        <LoopOutcome
          plan={plan}
          wishes={wishes}
          nameOf={nameOf}
          storyPath={storyPath}
          onWishes={wishStore.set}
        />
      </div>
    </Screen>
  )
}
