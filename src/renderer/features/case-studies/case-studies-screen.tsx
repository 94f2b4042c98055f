import { Card } from '../../ui/card.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CaseStudyPanel } from './case-study-panel.tsx'

/** The case studies on a screen of their own, to read without a story at hand. */
export function CaseStudiesScreen() {
  return (
    <Screen
      title="Case studies"
      lead="Two stories that passed, retold: what carries them, and where they would not pass our own checks."
      width="narrow"
    >
      <Card>
        <CaseStudyPanel />
      </Card>
    </Screen>
  )
}
