import { Section, type SectionPage } from '../section.tsx'

const pages: readonly SectionPage[] = []

/** Rehearsals, mock interviews and questions. */
export function PracticeRoute() {
  return <Section label="Practice" pages={pages} />
}
