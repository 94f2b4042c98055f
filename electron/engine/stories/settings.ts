import type { StorySettings } from '#contract/story-settings.ts'
import { defaultStorySettings } from '#domain/spoken.ts'
import { formatOrder } from '#domain/story-fields.ts'
import type { Handlers } from '../handlers.ts'
import type { ReadableDb } from '../store/database.ts'

type Row = Readonly<{
  words_per_minute: number
  tolerance_percent: number
  shares: string
  formats: string
}>

/** How stories are measured: the person's settings, else the defaults. */
export function readStorySettings(db: ReadableDb): StorySettings {
  const row = db.get<Row>('SELECT * FROM story_settings')
  if (!row) return defaultStorySettings
  return {
    wordsPerMinute: row.words_per_minute,
    tolerancePercent: row.tolerance_percent,
    // Written below, from settings that had passed their schema.
    shares: JSON.parse(row.shares) as StorySettings['shares'],
    formats: JSON.parse(row.formats) as StorySettings['formats'],
  }
}

export const storySettingsHandlers: Pick<Handlers, 'stories.settings' | 'stories.saveSettings'> = {
  'stories.settings': ({ db }) => readStorySettings(db),

  'stories.saveSettings': ({ db }, { wordsPerMinute, tolerancePercent, shares, formats }) => {
    db.run(
      `INSERT INTO story_settings (id, words_per_minute, tolerance_percent, shares, formats)
       VALUES (1, @wordsPerMinute, @tolerancePercent, @shares, @formats)
       ON CONFLICT (id) DO UPDATE SET
         words_per_minute = excluded.words_per_minute,
         tolerance_percent = excluded.tolerance_percent,
         shares = excluded.shares, formats = excluded.formats`,
      {
        wordsPerMinute,
        tolerancePercent,
        shares: JSON.stringify(shares),
        formats: JSON.stringify(formatOrder.filter((format) => formats.includes(format))),
      },
    )
    return readStorySettings(db)
  },
}
