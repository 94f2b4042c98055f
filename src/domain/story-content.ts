import type { StoryContent, StoryGap, StoryPatch } from '#contract/story.ts'
import { partNames, partOrder } from './story-fields.ts'

/**
 * The content with a patch laid over it: what the patch leaves out stays; a list is replaced whole, parts and formats
 * one by one. A principle chosen as primary is no longer a secondary one.
 */
export function patched(content: StoryContent, patch: StoryPatch): StoryContent {
  const { parts, formats, ...fields } = patch
  const laid = {
    ...content,
    ...given(fields),
    parts: { ...content.parts, ...given(parts ?? {}) },
    formats: { ...content.formats, ...given(formats ?? {}) },
  }
  return {
    ...laid,
    secondaryPrinciples: laid.secondaryPrinciples.filter((id) => id !== laid.primaryPrinciple),
  }
}

/** Without the keys that hold `undefined`: those say no more than a key that is missing. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/**
 * What a story lacks for `ready`: a title, a primary principle, and text in all six parts. Reflection and growth may
 * be empty in a draft. Numbers are no condition: a story without one is a matter of the level check's advice.
 */
export function gapsOf(content: StoryContent): StoryGap[] {
  const gaps: (StoryGap | false)[] = [
    isBlank(content.title) && { field: 'title', message: 'The title is missing.' },
    content.primaryPrinciple === null && {
      field: 'primaryPrinciple',
      message: 'The primary principle is not chosen.',
    },
    ...partOrder.map(
      (part) =>
        isBlank(content.parts[part]) && {
          field: `parts.${part}`,
          message: `${partNames[part]} is empty.`,
        },
    ),
  ]
  return gaps.filter((gap) => gap !== false)
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
