import {
  CalendarDays,
  ChevronDown,
  Clock,
  Hash,
  NotebookPen,
  Tag,
  Timer,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useState, type RefObject } from 'react'
import type { QuickAddChip } from '#contract/quick-add.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { Choices } from './choices.tsx'
import { isStill, removalOf, selectIn, typeInto } from './line-edits.ts'
import type { PlanCategory } from '../../bridge/plan-categories.ts'
import './chips.css'

const kinds: Readonly<Record<QuickAddChip['kind'], Readonly<{ name: string; icon: LucideIcon }>>> =
  {
    duration: { name: 'Duration', icon: Timer },
    category: { name: 'Category', icon: Tag },
    date: { name: 'Date', icon: CalendarDays },
    time: { name: 'Start', icon: Clock },
    count: { name: 'Count', icon: Hash },
    note: { name: 'Note', icon: NotebookPen },
  }

/** What is understood, each part with its way back to its place in the line, and the way to take it out. */
export function Chips({
  chips,
  line,
  input,
  categories,
  unsaid,
}: Readonly<{
  chips: readonly QuickAddChip[]
  line: string
  input: RefObject<HTMLInputElement | null>
  categories: readonly PlanCategory[]
  /** What is taken for the start that the line does not give; null when it gives one. */
  unsaid: string | null
}>) {
  /** The line whose category is being chosen; any edit makes it another line. */
  const [choosingFor, setChoosingFor] = useState<string | null>(null)
  const isChoosing = choosingFor === line
  const category = chips.find(({ kind }) => kind === 'category')

  const press = (chip: QuickAddChip) => {
    if (input.current === null || !isStill(line, chip)) return
    setChoosingFor(chip.kind === 'category' && !isChoosing ? line : null)
    selectIn(input.current, chip)
  }
  const remove = (chip: QuickAddChip) => {
    if (input.current !== null && isStill(line, chip))
      typeInto(input.current, removalOf(line, chip, chip.kind === 'note'), '')
  }

  return (
    <>
      <ul className="quick-add-chips" aria-label="Understood">
        {chips.map((chip) => (
          <Chip
            key={`${chip.start}-${chip.kind}`}
            chip={chip}
            position={categories.find(({ slug }) => slug === chip.value)?.position}
            isOpen={chip.kind === 'category' ? isChoosing : undefined}
            onPress={() => {
              press(chip)
            }}
            onRemove={() => {
              remove(chip)
            }}
          />
        ))}
        {unsaid !== null && <li className="quick-add-unsaid">{unsaid}</li>}
      </ul>
      {isChoosing && category !== undefined && (
        <Choices
          label="Log it as"
          choices={categories
            .filter(({ slug }) => slug !== category.value)
            .map(({ slug, name, position }) => ({ label: name, replacement: slug, position }))}
          onChoose={(replacement) => {
            if (input.current !== null && isStill(line, category))
              typeInto(input.current, category, replacement)
          }}
        />
      )}
    </>
  )
}

function Chip({
  chip,
  position,
  isOpen,
  onPress,
  onRemove,
}: Readonly<{
  chip: QuickAddChip
  position: number | undefined
  isOpen: boolean | undefined
  onPress: () => void
  onRemove: () => void
}>) {
  const { name, icon: Icon } = kinds[chip.kind]
  const label = chip.kind === 'note' ? chip.text : chip.label
  return (
    <li className="quick-add-chip" data-kind={chip.kind} data-category={position}>
      <button
        type="button"
        className="quick-add-chip-main"
        aria-expanded={isOpen}
        title={`${name}, from “${shortened(chip.text)}”`}
        onClick={onPress}
      >
        {position === undefined ? (
          <Icon aria-hidden />
        ) : (
          <span className="ui-category-dot" aria-hidden />
        )}
        <VisuallyHidden>{name}: </VisuallyHidden>
        <span className="quick-add-chip-label">{label}</span>
        {isOpen !== undefined && <ChevronDown aria-hidden />}
      </button>
      <button
        type="button"
        className="quick-add-chip-remove"
        aria-label={`Remove ${name.toLowerCase()} ${shortened(label)}`}
        title="Remove"
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </li>
  )
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
