import type { StoryFormat } from '#contract/story.ts'

const formatLabels: Readonly<Record<StoryFormat, string>> = {
  '30s': '30 s',
  '60s': '60 s',
  '2min': '2 min',
  '3min': '3 min',
  '5min': '5 min',
}

/** A format in words: `2 min`. */
export function formatLabel(format: StoryFormat): string {
  return formatLabels[format]
}

/** What the self-ratings of 1 to 5 mean. */
export const ratings: readonly Readonly<{ value: string; label: string }>[] = [
  { value: '1', label: 'Lost the thread' },
  { value: '2', label: 'Stumbled' },
  { value: '3', label: 'Got through' },
  { value: '4', label: 'Clear' },
  { value: '5', label: 'Ready for the room' },
]

/** A story's title, or what stands for one that has none. */
export function titleOf(story: Readonly<{ title: string }>): string {
  return story.title.trim() === '' ? 'Untitled story' : story.title
}

/** Bytes for people: `812 KB`, `4.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes === 0) return '0 KB'
  const kilobytes = bytes / 1024
  return Math.round(kilobytes) < 1000
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** The wall-clock time of an instant in this window's zone: `14:05`. */
export function timeText(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(instant),
  )
}

/** The address at which a story is rehearsed. */
export function rehearseAddress(story: string): string {
  return `/practice/rehearse/${story}`
}
