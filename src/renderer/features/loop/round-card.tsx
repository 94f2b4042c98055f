import { ArrowDown, ArrowUp, Ban, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { LoopRound, LoopSlot } from '#contract/loop.ts'
import type { Principle } from '#contract/playbooks.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { excluded, locked, type Wishes } from './loop-wishes.ts'

export type RoundCardProps = Readonly<{
  round: LoopRound
  index: number
  count: number
  slots: readonly LoopSlot[]
  principles: readonly Principle[]
  nameOf: (principle: string) => string
  storyPath: (id: string) => string
  wishes: Wishes
  onWishes: (wishes: Wishes) => void
  /** Saves the round; answers whether it was taken. */
  onChange: (round: LoopRound) => Promise<boolean>
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}>

const best = 'best'

/** One interview: its name, what it asks about, and the story for each question. */
export function RoundCard(props: RoundCardProps) {
  const { round, index, count, slots, principles, onChange, onMove, onRemove } = props
  const free = principles.filter(({ id }) => !round.principles.includes(id))
  return (
    <Card className="loop-round">
      <div className="loop-round-head">
        <NameField round={round} index={index} onChange={onChange} />
        <IconButton
          label={`Move up: ${round.name}`}
          icon={<ArrowUp aria-hidden />}
          disabled={index === 0}
          onClick={() => {
            onMove(-1)
          }}
        />
        <IconButton
          label={`Move down: ${round.name}`}
          icon={<ArrowDown aria-hidden />}
          disabled={index === count - 1}
          onClick={() => {
            onMove(1)
          }}
        />
        <IconButton
          label={`Remove round: ${round.name}`}
          icon={<Trash2 aria-hidden />}
          disabled={count === 1}
          onClick={onRemove}
        />
      </div>
      <ul className="loop-slots" aria-label={`Questions of ${round.name}`}>
        {slots.map((slot) => (
          <Slot key={slot.principle} slot={slot} {...props} />
        ))}
      </ul>
      {round.principles.length < 6 && (
        <Select
          label={`Add a principle to ${round.name}`}
          hideLabel
          placeholder="Add a principle"
          value=""
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(id) => void onChange({ ...round, principles: [...round.principles, id] })}
        />
      )}
    </Card>
  )
}

function NameField({
  round,
  index,
  onChange,
}: Pick<RoundCardProps, 'round' | 'index' | 'onChange'>) {
  const [name, setName] = useState(round.name)
  const [saved, setSaved] = useState(round.name)
  // Another name came from elsewhere: an undo, a move, another window.
  if (saved !== round.name) {
    setSaved(round.name)
    setName(round.name)
  }
  const [error, setError] = useState<string | undefined>()
  const save = async () => {
    if (name.trim() === round.name) return
    if (name.trim() === '') {
      setError('Give the round a name.')
      return
    }
    await onChange({ ...round, name })
  }
  return (
    <TextField
      className="loop-round-name"
      label={`Name of round ${index + 1}`}
      hideLabel
      maxLength={80}
      value={name}
      error={error}
      onValue={(typed) => {
        setName(typed)
        setError(undefined)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') setName(round.name)
      }}
    />
  )
}

function Slot({
  slot,
  round,
  nameOf,
  storyPath,
  wishes,
  onWishes,
  onChange,
}: Readonly<{ slot: LoopSlot }> & RoundCardProps) {
  const { principle, story, why, alternatives } = slot
  const name = nameOf(principle)
  const own = wishes.locks.find((lock) => lock.round === slot.round && lock.principle === principle)
  const choices = [...(story ? [{ ...story, usedFor: null }] : []), ...alternatives]
  return (
    <li className="loop-slot" data-empty={story === null || undefined}>
      <div className="loop-slot-head">
        <span className="loop-principle">{name}</span>
        {own && <Badge tone="accent">Locked</Badge>}
        {!story && <Badge tone="negative">Uncovered</Badge>}
        <span className="loop-slot-tools">
          {story && (
            <IconButton
              size="s"
              label={`Not this story for ${name}`}
              icon={<Ban aria-hidden />}
              onClick={() => {
                onWishes(excluded(wishes, { round: slot.round, principle, story: story.id }))
              }}
            />
          )}
          <IconButton
            size="s"
            label={`Remove ${name} from ${round.name}`}
            icon={<X aria-hidden />}
            disabled={round.principles.length === 1}
            onClick={() =>
              void onChange({
                ...round,
                principles: round.principles.filter((id) => id !== principle),
              })
            }
          />
        </span>
      </div>
      {story ? (
        <p>
          <a href={`#${storyPath(story.id)}`}>{titleOf(story.title)}</a>
          <span className="loop-faint">{` ${story.as}, ${story.status}, strength ${story.strength}`}</span>
        </p>
      ) : (
        <p className="loop-why">{why}</p>
      )}
      {choices.length > 0 && (
        <Select
          label={`Story for ${name} in ${round.name}`}
          hideLabel
          value={own?.story ?? best}
          options={[
            { value: best, label: 'Best assignment' },
            ...choices.map(({ id, title, as, strength, usedFor }) => ({
              value: id,
              label: `Lock: ${titleOf(title)} (${as}, ${strength}${usedFor ? `; now for ${nameOf(usedFor.principle)}` : ''})`,
            })),
          ]}
          onValue={(value) => {
            onWishes(
              locked(wishes, { round: slot.round, principle }, value === best ? null : value),
            )
          }}
        />
      )}
    </li>
  )
}

/** What a story is called while it has no title. */
export function titleOf(title: string): string {
  return title.trim() === '' ? 'Untitled story' : title
}
