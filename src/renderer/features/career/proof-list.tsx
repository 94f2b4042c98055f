import { BookOpenText, FileText, Hash, Link2, Quote, Timer, X, type LucideIcon } from 'lucide-react'
import type { Proof } from '#contract/proof.ts'
import { IconButton } from '../../ui/icon-button.tsx'

type Figure = Readonly<{ id: string; metric: string; text: string }>
type Story = Readonly<{ id: string; title: string; status: string }>

const ICONS: Readonly<Record<Proof['kind'], LucideIcon>> = {
  story: BookOpenText,
  session: Timer,
  link: Link2,
  file: FileText,
  text: Quote,
}
const KINDS: Readonly<Record<Proof['kind'], string>> = {
  story: 'Story',
  session: 'Session',
  link: 'Link',
  file: 'File',
  text: 'In words',
}

/** The title of a story, or what stands for one. */
export function storyTitle(title: string): string {
  return title.trim() === '' ? 'Untitled story' : title
}

/** Everything that proves something, each with a way to take it away; figures are taken away in the ledger. */
export function ProofList({
  stories = [],
  proofs,
  figures,
  onRemoveStory,
  onRemove,
}: Readonly<{
  stories?: readonly Story[]
  proofs: readonly Proof[]
  figures: readonly Figure[]
  onRemoveStory?: (id: string, title: string) => void
  onRemove: (id: string, text: string) => void
}>) {
  if (stories.length + proofs.length + figures.length === 0)
    return <p className="career-quiet">Nothing proves it yet.</p>
  return (
    <ul className="career-proofs" aria-label="Evidence">
      {stories.map(({ id, title, status }) => (
        <li key={id}>
          <BookOpenText aria-hidden />
          <span className="career-proof-text">
            <span className="career-proof-kind">Story, {status}</span>
            <a href={`#/stories/edit/${id}`}>{storyTitle(title)}</a>
          </span>
          <IconButton
            size="s"
            label={`Unlink ${storyTitle(title)}`}
            icon={<X aria-hidden />}
            onClick={() => onRemoveStory?.(id, storyTitle(title))}
          />
        </li>
      ))}
      {figures.map(({ id, metric, text }) => (
        <li key={id}>
          <Hash aria-hidden />
          <span className="career-proof-text">
            <span className="career-proof-kind">Figure of the ledger</span>
            <span>{text === '' ? metric : `${metric}: ${text}`}</span>
          </span>
        </li>
      ))}
      {proofs.map(({ id, kind, text }) => {
        const Icon = ICONS[kind]
        return (
          <li key={id}>
            <Icon aria-hidden />
            <span className="career-proof-text">
              <span className="career-proof-kind">{KINDS[kind]}</span>
              <span>{text}</span>
            </span>
            <IconButton
              size="s"
              label={`Remove ${text}`}
              icon={<X aria-hidden />}
              onClick={() => {
                onRemove(id, text)
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}
