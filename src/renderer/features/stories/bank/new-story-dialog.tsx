import { FilePlus2, FileUp, LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import { useCall, useCalls } from '../../../bridge/queries.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { newStory } from '../new-story.ts'
import { outlineOf } from './outlines.ts'

/** How a story can begin: empty, laid out after a case study, or from files. */
export function NewStoryDialog({
  onClose,
  onImport,
}: Readonly<{ onClose: () => void; onImport: () => void }>) {
  const level = useCall('profile.get', {}).data?.profile?.level
  const playbooks = useCall('playbooks.list', {}).data?.playbooks ?? []
  const books = useCalls(
    'playbooks.get',
    playbooks.map(({ id }) => ({ id })),
  )
  const [isMaking, setMaking] = useState(false)
  const make = (content: Parameters<typeof newStory>[0]) => {
    if (isMaking) return
    setMaking(true)
    onClose()
    void newStory(content)
  }
  const cases = books
    .flatMap(({ data }) => (data === undefined ? [] : [data]))
    .toSorted((a, b) => Number(b.id === level) - Number(a.id === level))
    .flatMap((book) => book.caseStudies.map((study) => ({ level: book.id, study })))
  return (
    <Dialog open title="New story" description="Begin with whatever you have." onClose={onClose}>
      <ul className="stories-begin">
        <li>
          <button
            type="button"
            data-autofocus
            onClick={() => {
              make({})
            }}
          >
            <FilePlus2 aria-hidden />
            <strong>An empty story</strong>
            <span>Six empty parts, each with what belongs there.</span>
          </button>
        </li>
        {cases.map(({ level: of, study }) => (
          <li key={`${of} ${study.id}`}>
            <button
              type="button"
              onClick={() => {
                make(outlineOf(study, of))
              }}
            >
              <LayoutTemplate aria-hidden />
              <strong>
                Laid out after the {of} case: {study.title}
              </strong>
              <span>Each part shows what the case does there, to write over with your own.</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => {
              onClose()
              onImport()
            }}
          >
            <FileUp aria-hidden />
            <strong>From Markdown files</strong>
            <span>Stories that you have written elsewhere, or exported from here.</span>
          </button>
        </li>
      </ul>
    </Dialog>
  )
}
