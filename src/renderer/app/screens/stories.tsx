import { lazy, Suspense } from 'react'
import {
  openStoryImport,
  storyImportFiles,
} from '../../features/stories/files/story-import-window.ts'
import { exportStories } from '../../features/stories/files/export-stories.ts'
import { newStory, storyPath } from '../../features/stories/new-story.ts'
import { useStore } from '../../ui/store.ts'
import { Section, type SectionPage } from '../section.tsx'
import { panels } from './story-panels.tsx'

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

const CoverageScreen = lazy(() =>
  import('../../features/coverage/coverage-screen.tsx').then((module) => ({
    default: module.CoverageScreen,
  })),
)
const LoopScreen = lazy(() =>
  import('../../features/loop/loop-screen.tsx').then((module) => ({ default: module.LoopScreen })),
)
const FinderScreen = lazy(() =>
  import('../../features/finder/finder-screen.tsx').then((module) => ({
    default: module.FinderScreen,
  })),
)

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
    path: '/stories/coverage',
    label: 'Coverage',
    page: () => (
      <CoverageScreen
        storyPath={storyPath}
        onNewStory={(primaryPrinciple) =>
          void newStory(primaryPrinciple === null ? {} : { primaryPrinciple })
        }
      />
    ),
  },
  {
    path: '/stories/loop',
    label: 'Loop',
    page: () => <LoopScreen storyPath={storyPath} />,
  },
  {
    path: '/stories/find',
    label: 'Find',
    page: () => <FinderScreen storyPath={storyPath} />,
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
