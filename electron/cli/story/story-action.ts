import type { Terminal } from '../verb.ts'

/** What is typed after `story <action>`. */
type Typed = Readonly<{
  file: string | undefined
  existing: string | undefined
  all: boolean
  json: boolean
}>

/** One thing that can be done with stories; `operand` is the story or the folder. */
export type StoryAction = (
  terminal: Terminal,
  typed: Typed,
  operand: string | undefined,
) => Promise<void>
