/** The title of a story, or what stands for one that has none. */
export function shownTitle(title: string | null): string {
  return title?.trim() || 'Untitled story'
}
