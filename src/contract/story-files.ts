import { z } from 'zod'

/** The longest Markdown file that is read, in UTF-16 units. */
const longestFile = 4_000_000

/** A story as a Markdown file. */
export const storyFile = z.strictObject({ fileName: z.string(), text: z.string() })
export type StoryFile = z.infer<typeof storyFile>

/** Files to import, and what happens to a story that is already there under the same id. */
export const storyImport = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string().max(500),
        text: z.string().max(longestFile, 'The file is longer than 4 million characters.'),
      }),
    )
    .min(1, 'Choose at least one file.')
    .max(2000, 'Choose 2,000 files at most.'),
  /** `replace` makes a new version of it, `copy` a second story, `skip` leaves it. */
  existing: z.enum(['replace', 'copy', 'skip']).default('replace'),
})
export type StoryImport = z.input<typeof storyImport>
