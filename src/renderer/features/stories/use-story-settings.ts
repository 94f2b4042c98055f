import type { StorySettings } from '#contract/story-settings.ts'
import { defaultStorySettings } from '#domain/spoken.ts'
import { useCall } from '../../bridge/queries.ts'

/** How stories are measured; the defaults until that is known. */
export function useStorySettings(): StorySettings {
  return useCall('stories.settings', {}).data ?? defaultStorySettings
}
