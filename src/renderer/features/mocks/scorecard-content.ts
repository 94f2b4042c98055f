import type { Mock, MockInput, MockPrinciple, MockType } from '#contract/mocks.ts'

/** A scorecard on which nothing stands but type and date. */
export function emptyScorecard(type: MockType, date: string): MockInput {
  return {
    type,
    date,
    interviewer: '',
    overall: null,
    selfOverall: null,
    principles: [],
    technical: { problemSolving: null, code: null, design: null, communication: null },
    questions: [],
    strengths: '',
    improvements: '',
    nextFocus: '',
  }
}

/** What is typed on the scorecard of a stored interview. */
export function contentOf(mock: Mock): MockInput {
  const { id: _, level, session, revision, createdAt, changedAt, ...content } = mock
  return content
}

/** What is said about one principle; nothing where it was not touched. */
export function principleIn(content: MockInput, principle: string): MockPrinciple {
  return (
    content.principles.find((row) => row.principle === principle) ?? {
      principle,
      rating: null,
      selfRating: null,
      evidence: '',
    }
  )
}

/** The content with a change of what is said about one principle. */
export function withPrinciple(
  content: MockInput,
  principle: string,
  part: Partial<MockPrinciple>,
): MockInput {
  const changed = { ...principleIn(content, principle), ...part }
  const isThere = content.principles.some((row) => row.principle === principle)
  return {
    ...content,
    principles: isThere
      ? content.principles.map((row) => (row.principle === principle ? changed : row))
      : [...content.principles, changed],
  }
}

/** Whether two scorecards say the same, whatever the order of the principles. */
export function isSameContent(a: MockInput, b: MockInput): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(content: MockInput): unknown {
  const { principles, technical, questions, ...rest } = content
  return [
    Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    Object.entries(technical).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    questions.map(({ question, storyId }) => [question, storyId]),
    principles
      .filter((row) => row.rating !== null || row.selfRating !== null || row.evidence !== '')
      .map((row) => [row.principle, row.rating, row.selfRating, row.evidence])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ]
}
