import { lazy, Suspense } from 'react'
import type { EditorPanel, EditorPanelProps } from '../../features/stories/editor/panels.tsx'

const LevelCheckPanel = lazy(() =>
  import('../../features/level-check/level-check-panel.tsx').then((module) => ({
    default: module.LevelCheckPanel,
  })),
)
const FollowUpPanel = lazy(() =>
  import('../../features/questions/follow-up-ladder.tsx').then((module) => ({
    default: module.FollowUpPanel,
  })),
)
const CaseStudyPanel = lazy(() =>
  import('../../features/case-studies/case-study-panel.tsx').then((module) => ({
    default: module.CaseStudyPanel,
  })),
)
const LevelLessons = lazy(() =>
  import('../../features/questions/level-lessons.tsx').then((module) => ({
    default: module.LevelLessons,
  })),
)

/** What other features show beside a story that is being written, in this order. */
export const panels: readonly EditorPanel[] = [
  { id: 'level-check', label: 'Level check', panel: CheckBesideStory },
  { id: 'follow-ups', label: 'Follow-ups', panel: FollowUpsBesideStory },
  { id: 'case-studies', label: 'Case studies', panel: CasesBesideStory },
  { id: 'level-lessons', label: 'Level lessons', panel: LessonsBesideStory },
]

function CheckBesideStory({ story, isUnsaved, onGoTo }: EditorPanelProps) {
  return (
    <Suspense fallback={null}>
      <LevelCheckPanel storyId={story.id} isUnsaved={isUnsaved} onGoTo={onGoTo} />
    </Suspense>
  )
}

function FollowUpsBesideStory({ story, onEdit }: EditorPanelProps) {
  return (
    <Suspense fallback={null}>
      <FollowUpPanel story={story} onEdit={onEdit} />
    </Suspense>
  )
}

function CasesBesideStory() {
  return (
    <Suspense fallback={null}>
      <CaseStudyPanel />
    </Suspense>
  )
}

function LessonsBesideStory() {
  return (
    <Suspense fallback={null}>
      <LevelLessons />
    </Suspense>
  )
}
