import { z } from 'zod'
import { checklistState } from '#contract/checklist.ts'
import { playbookId } from '#contract/playbooks.ts'
import { proof } from '#contract/proof.ts'
import { instant, recordId, slug, studyDay } from '#contract/units.ts'
import { playbookFileName, playbookFileText } from '../../playbooks/file-names.ts'
import { plain, type Section } from './format.ts'
import { tableSection } from './table-section.ts'

const ofItem = { playbook: plain('playbook', playbookId), item: plain('item', slug) }

/** Career evidence: the checklist, the success indicators and the scope. It refers to sessions, stories and figures. */
export const careerSections: readonly Section[] = [
  tableSection({
    name: 'checklistItems',
    table: 'checklist_own_item',
    key: ['id'],
    orderBy: ['created_at'],
    fields: {
      id: plain('id', recordId),
      playbook: plain('playbook', playbookId),
      group: plain('group_id', slug),
      text: plain('text', z.string().min(1)),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
      deletedAt: plain('deleted_at', instant.nullable()),
    },
  }),

  tableSection({
    name: 'checklistMarks',
    table: 'checklist_mark',
    key: ['playbook', 'item'],
    fields: {
      ...ofItem,
      state: plain('state', z.enum(['open', 'partial', 'shown'])),
      confidence: plain('confidence', z.int().min(1).max(5).nullable()),
      changedAt: plain('changed_at', instant),
    },
  }),

  tableSection({
    name: 'checklistHistory',
    table: 'checklist_history',
    key: ['playbook', 'item', 'n'],
    fields: {
      ...ofItem,
      n: plain('n', z.int().min(1)),
      at: plain('at', instant),
      state: plain('state', checklistState),
    },
  }),

  tableSection({
    name: 'checklistNotes',
    table: 'checklist_note',
    key: ['id'],
    orderBy: ['date'],
    fields: {
      id: plain('id', recordId),
      ...ofItem,
      date: plain('date', studyDay),
      text: plain('text', z.string()),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
    },
  }),

  tableSection({
    name: 'proofs',
    table: 'proof',
    key: ['id'],
    orderBy: ['added_at'],
    fields: {
      id: plain('id', recordId),
      subject: plain('subject', z.enum(['checklist-item', 'indicator'])),
      ...ofItem,
      kind: plain('kind', proof.shape.kind),
      session: plain('session_id', recordId.nullable()),
      story: plain('story_id', recordId.nullable()),
      text: plain('text', z.string()),
      addedAt: plain('added_at', instant),
    },
    check: ({ kind, session, story }) =>
      (kind === 'session') !== (session !== null)
        ? { field: 'session', message: 'only evidence of the kind session names one' }
        : (kind === 'story') !== (story !== null)
          ? { field: 'story', message: 'only evidence of the kind story names one' }
          : null,
  }),

  tableSection({
    name: 'metricValues',
    table: 'metric_value',
    key: ['id'],
    orderBy: ['day', 'added_at'],
    fields: {
      id: plain('id', recordId),
      playbook: plain('playbook', playbookId),
      indicator: plain('indicator', slug),
      day: plain('day', studyDay),
      value: plain('value', z.number().nullable()),
      baseline: plain('baseline', z.number().nullable()),
      period: plain('period', z.string()),
      source: plain('source', z.string()),
      figure: plain('evidence_id', recordId.nullable()),
      addedAt: plain('added_at', instant),
    },
    check: ({ value, figure }) =>
      (value === null) === (figure === null)
        ? {
            field: 'value',
            message: 'a value has a number or a figure of the ledger, and not both',
          }
        : null,
  }),

  tableSection({
    name: 'scopeFigures',
    table: 'scope_figure',
    key: ['quantity'],
    fields: { quantity: plain('quantity', slug), value: plain('value', z.number().min(0)) },
  }),

  tableSection({
    name: 'scopeRungs',
    table: 'scope_rung',
    key: ['dimension'],
    fields: { dimension: plain('dimension', slug), rung: plain('rung', slug) },
  }),

  tableSection({
    name: 'ownPlaybooks',
    table: 'playbook_text',
    key: ['file'],
    fields: { file: plain('file', playbookFileName), text: plain('text', playbookFileText) },
  }),
]
