/** The page of all playbooks. */
export const shelfPath = '/profile/playbooks'

/** The page of one. */
export function playbookPath(id: string): string {
  return `${shelfPath}/${encodeURIComponent(id)}`
}
