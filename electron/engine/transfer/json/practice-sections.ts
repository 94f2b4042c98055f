import { z } from 'zod'
import { mockContent, mockPrinciple, mockQuestion } from '#contract/mocks.ts'
import { playbookId } from '#contract/playbooks.ts'
import { ownQuestion, question } from '#contract/questions.ts'
import { instant, recordId } from '#contract/units.ts'
import { plain, type FileRow, type Section } from './format.ts'
import { tableSection } from './table-section.ts'

const { technical } = mockContent.shape

/** Mock interviews and questions. */
export const practiceSections: readonly Section[] = [
  tableSection({
    name: 'mocks',
    table: 'mock',
    key: ['id'],
    orderBy: ['date'],
    fields: {
      id: plain('id', recordId),
      type: plain('type', mockContent.shape.type),
      level: plain('level', playbookId),
      date: plain('date', mockContent.shape.date),
      interviewer: plain('interviewer', mockContent.shape.interviewer),
      overall: plain('overall', mockContent.shape.overall),
      selfOverall: plain('self_overall', mockContent.shape.selfOverall),
      problemSolving: plain('problem_solving', technical.shape.problemSolving),
      code: plain('code', technical.shape.code),
      design: plain('design', technical.shape.design),
      communication: plain('communication', technical.shape.communication),
      strengths: plain('strengths', mockContent.shape.strengths),
      improvements: plain('improvements', mockContent.shape.improvements),
      nextFocus: plain('next_focus', mockContent.shape.nextFocus),
      sessionId: plain('session_id', recordId.nullable()),
      revision: plain('revision', recordId),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
      deletedAt: plain('deleted_at', instant.nullable()),
    },
    children: {
      principles: {
        table: 'mock_principle',
        of: 'mock_id',
        key: ['principle'],
        fields: {
          principle: plain('principle', mockPrinciple.shape.principle),
          rating: plain('rating', mockPrinciple.shape.rating),
          selfRating: plain('self_rating', mockPrinciple.shape.selfRating),
          evidence: plain('evidence', mockPrinciple.shape.evidence),
        },
      },
      questions: {
        table: 'mock_question',
        of: 'mock_id',
        key: ['position'],
        fields: {
          position: plain('position', z.int().min(0)),
          question: plain('question', mockQuestion.shape.question),
          storyId: plain('story_id', mockQuestion.shape.storyId),
        },
      },
    },
    check: (row) =>
      eachOnce(row, 'principles', 'principle') ?? eachOnce(row, 'questions', 'position'),
  }),

  tableSection({
    name: 'ownQuestions',
    table: 'own_question',
    key: ['id'],
    orderBy: ['created_at'],
    fields: {
      id: plain('id', recordId),
      text: plain('text', ownQuestion.shape.text),
      kind: plain('kind', ownQuestion.shape.kind),
      principle: plain('principle', ownQuestion.shape.principle),
      level: plain('level', ownQuestion.shape.level),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
      deletedAt: plain('deleted_at', instant.nullable()),
    },
  }),

  tableSection({
    name: 'favouriteQuestions',
    table: 'favourite_question',
    key: ['question_id'],
    fields: {
      question: plain('question_id', question.shape.id),
      markedAt: plain('marked_at', instant),
    },
  }),

  tableSection({
    name: 'questionResults',
    table: 'question_result',
    key: ['id'],
    orderBy: ['at'],
    fields: {
      id: plain('id', recordId),
      question: plain('question_id', question.shape.id),
      at: plain('at', instant),
      rating: plain('rating', z.int().min(1).max(5)),
      storyId: plain('story_id', recordId.nullable()),
    },
  }),
]

/** The rows of a list that stands inside a row are told apart by a field. */
function eachOnce(row: FileRow, list: string, field: string): ReturnType<Section['check']> {
  // The schema has let through a list of objects.
  const values = (row[list] as readonly FileRow[]).map((inner) => inner[field])
  return new Set(values).size === values.length
    ? null
    : { field: list, message: `a ${field} stands twice` }
}
