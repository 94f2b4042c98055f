import { Section, type SectionPage } from '../section.tsx'

const pages: readonly SectionPage[] = []

/** Career evidence: the checklist, the success metrics and the scope. */
export function EvidenceRoute() {
  return <Section label="Evidence" pages={pages} />
}
