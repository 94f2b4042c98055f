import { Section, type SectionPage } from '../section.tsx'

const pages: readonly SectionPage[] = []

/** The story bank and what is made of it. */
export function StoriesRoute() {
  return <Section label="Stories" pages={pages} />
}
