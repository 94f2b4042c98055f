import { Card } from '../../ui/card.tsx'
import type { ReportSection } from './report-view.ts'

/** The report's sections in their order, each with what it will say. */
export function SectionsCard({ sections }: Readonly<{ sections: readonly ReportSection[] }>) {
  return (
    <Card
      title="What is in it"
      lead="The figures are read when you save. A section without data says so and stays."
    >
      <ol className="report-sections">
        {sections.map(({ title, summary }) => (
          <li key={title}>
            <span className="report-section-title">{title}</span>
            <span className="report-section-summary">{summary}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
