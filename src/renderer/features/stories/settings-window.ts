import { createStore } from '../../ui/store.ts'

/** Whether the settings of stories are open. */
export const storySettingsShown = createStore(false)
