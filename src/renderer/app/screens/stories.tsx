import { lazy, Suspense } from 'react'
import { openStoryImport } from '../../features/stories/files/story-import-window.ts'
import { storyImportFiles } from '../../features/stories/files/story-import-window.ts'
import { exportStories } from '../../features/stories/files/export-stories.ts'
import { storyPath } from '../../features/stories/new-story.ts'
import type { EditorPanel } from '../../features/stories/editor/panels.tsx'
import { useStore } from '../../ui/store.ts'
import { Section, type SectionPage } from '../section.tsx'

const StoryBankScreen = lazy(() =>
  import('../../features/stories/bank/story-bank-screen.tsx').then((module) => ({
    default: module.StoryBankScreen,
  })),
)
const StoryEditorScreen = lazy(() =>
  import('../../features/stories/editor/story-editor-screen.tsx').then((module) => ({
    default: module.StoryEditorScreen,
  })),
)
const StoryImportDialog = lazy(() =>
  import('../../features/stories/files/story-import-dialog.tsx').then((module) => ({
    default: module.StoryImportDialog,
  })),
)
const StoryResults = lazy(() =>
  import('../../features/figures/story-results.tsx').then((module) => ({
    default: module.StoryResults,
  })),
)
const FiguresScreen = lazy(() =>
  import('../../features/figures/figures-screen.tsx').then((module) => ({
    default: module.FiguresScreen,
  })),
)

/** What other features show beside a story that is being written, in this order. */
const panels: readonly EditorPanel[] = []

const pages: readonly SectionPage[] = [
  {
    path: '/stories',
    label: 'All stories',
    page: () => (
      <StoryBankScreen
        onExport={(ids) => void exportStories(ids)}
        onImport={() => void openStoryImport()}
      />
    ),
  },
  {
    path: '/stories/edit/:id',
    page: () => (
      <StoryEditorScreen
        panels={panels}
        results={StoryResults}
        onExport={(id) => void exportStories([id])}
      />
    ),
  },
  {
    path: '/stories/figures',
    label: 'Figures',
    page: () => <FiguresScreen storyPath={storyPath} />,
  },
]

/** The story bank and what is made of it. */
export function StoriesRoute() {
  const files = useStore(storyImportFiles)
  return (
    <>
      <Section label="Stories" pages={pages} />
      {files !== null && (
        <Suspense fallback={null}>
          <StoryImportDialog files={files} />
        </Suspense>
      )}
    </>
  )
}
