import type { StoryContent, StoryFormat, StoryPart, StoryPatch } from '#contract/story.ts'
import { emptyContent, formatOrder, partOrder } from './story-fields.ts'

type Flat = Omit<StoryContent, 'parts' | 'formats'> &
  Record<`parts.${StoryPart}`, string> &
  Record<`formats.${StoryFormat}`, string>

/** A field of the editor: the unit in which a story is saved and in which two texts can contradict each other. */
export type StoryKey = keyof Flat

/** The value of a field. */
export type StoryValue<K extends StoryKey = StoryKey> = Flat[K]

/** What was typed in an editor and is not saved yet. */
export type Typed = Readonly<{ [K in StoryKey]?: Flat[K] }>

/** Every field, parts and formats one by one. */
export const storyKeys: readonly StoryKey[] = [
  // The keys of an object of the type, without the two that are split up.
  ...(Object.keys(emptyContent) as (keyof StoryContent)[]).filter(
    (key): key is Exclude<keyof StoryContent, 'parts' | 'formats'> =>
      key !== 'parts' && key !== 'formats',
  ),
  ...partOrder.map((part) => `parts.${part}` as const),
  ...formatOrder.map((format) => `formats.${format}` as const),
]

/** What stands in a field. */
export function valueOf<K extends StoryKey>(content: StoryContent, key: K): Flat[K] {
  const [group, name] = key.split('.')
  const holder =
    group === 'parts' || group === 'formats'
      ? (content[group] as Readonly<Record<string, unknown>>)
      : (content as Readonly<Record<string, unknown>>)
  // The key's type says which of the fields it is.
  return holder[name ?? key] as Flat[K]
}

/** Whether two values of a field say the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** The fields of a patch, parts and formats one by one. */
export function typedOf({ parts = {}, formats = {}, ...fields }: StoryPatch): Typed {
  const prefixed = (group: string, texts: object) =>
    Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text])
  const entries = [
    ...Object.entries(fields),
    ...prefixed('parts', parts),
    ...prefixed('formats', formats),
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Typed
}

/** The same as the contract's patch. */
export function patchOf(typed: Typed): StoryPatch {
  const fields: Record<string, unknown> = {}
  const groups: Record<string, Record<string, unknown>> = {}
  for (const [key, value] of Object.entries(typed)) {
    const [group = '', name] = key.split('.')
    if (name === undefined) fields[key] = value
    else groups[group] = { ...groups[group], [name]: value }
  }
  return { ...fields, ...groups }
}

/** What of the typed fields still differs from the content. */
export function stillTyped(typed: Typed, content: StoryContent): Typed {
  return only(typed, (key, value) => !isSameValue(value, valueOf(content, key)))
}

/** The typed fields for which `keep` holds. */
export function only(typed: Typed, keep: (key: StoryKey, value: unknown) => boolean): Typed {
  const entries = Object.entries(typed) as [StoryKey, unknown][]
  return Object.fromEntries(entries.filter(([key, value]) => keep(key, value)))
}

/** What is typed on top of a story that has moved on. */
export type Rebased = Readonly<{
  /** What still differs from the story as it stands now. */
  typed: Typed
  /** The fields that were changed in both places, in different ways: the person has to choose. */
  conflicts: readonly StoryKey[]
}>

/**
 * Lays what was typed on top of `before` over the story as it stands `now`. What was changed in one place only is
 * kept; what came out the same in both is no conflict.
 */
export function rebased(typed: Typed, before: Typed, now: StoryContent): Rebased {
  const left = stillTyped(typed, now)
  return {
    typed: left,
    conflicts: (Object.keys(left) as StoryKey[]).filter(
      (key) => Object.hasOwn(before, key) && !isSameValue(before[key], valueOf(now, key)),
    ),
  }
}

/** What stood in the typed fields before they were typed in. */
export function underneath(typed: Typed, content: StoryContent): Typed {
  const keys = Object.keys(typed) as StoryKey[]
  return Object.fromEntries(keys.map((key) => [key, valueOf(content, key)]))
}
