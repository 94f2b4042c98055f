import { Section, type SectionPage } from '../section.tsx'

const pages: readonly SectionPage[] = []

/** The readiness score, what is next, and the forecast. */
export function ReadinessRoute() {
  return <Section label="Readiness" pages={pages} />
}
