import { z } from 'zod'
import { evidence, evidenceLink } from '#contract/evidence.ts'
import { loopRound } from '#contract/loop.ts'
import { playbookId } from '#contract/playbooks.ts'
import { story, storyContent, storyDismissal, storyPatch, storyStatus } from '#contract/story.ts'
import { instant, recordId, slug } from '#contract/units.ts'
import { emptyContent } from '#domain/story-fields.ts'
import {
  contentOf,
  listFields,
  textsOfContent,
  type StoryBelongings,
  type StoryRow,
} from '../../stories/rows.ts'
import { contentOfStory } from '../../stories/save.ts'
import { readStories } from '../../stories/store.ts'
import { keepVersion, nextVersion } from '../../stories/versions.ts'
import { json, plain, type FileRow, type Section } from './format.ts'
import { tableSection } from './table-section.ts'

const position = plain('position', z.int().min(0))
const figure = evidence.shape

/** The evidence ledger. Stands before the stories, whose results refer to it. */
export const ledger = tableSection({
  name: 'evidence',
  table: 'evidence',
  key: ['id'],
  fields: {
    id: plain('id', recordId),
    metric: plain('metric', figure.metric),
    baseline: plain('baseline', figure.baseline),
    target: plain('target', figure.target),
    achieved: plain('achieved', figure.achieved),
    unit: plain('unit', figure.unit),
    period: plain('period', figure.period),
    source: plain('source', figure.source),
    note: plain('note', figure.note),
    createdAt: plain('created_at', instant),
    changedAt: plain('changed_at', instant),
    deletedAt: plain('deleted_at', instant.nullable()),
  },
  children: {
    links: {
      table: 'evidence_link',
      of: 'evidence_id',
      key: ['kind', 'playbook', 'item'],
      fields: {
        kind: plain('kind', evidenceLink.shape.kind),
        playbook: plain('playbook', playbookId),
        item: plain('item', slug),
      },
    },
  },
})

const versions = tableSection({
  name: 'storyVersions',
  table: 'story_version',
  key: ['story_id', 'version'],
  // What a story once was is never replaced by another program's memory of it.
  keepsOwn: true,
  fields: {
    storyId: plain('story_id', recordId),
    version: plain('version', z.int().positive()),
    origin: plain('origin', z.enum(['created', 'edited', 'restored', 'imported'])),
    beganAt: plain('began_at', instant),
    savedAt: plain('saved_at', instant),
    title: plain('title', z.string()),
    characters: plain('characters', z.int().min(0)),
    // A version from before a field was added lacks it.
    content: json('content', storyPatch),
  },
})

/**
 * What stories were before. Versions outlive their story while its deletion can be undone; those are no part of the
 * data. Stands before the stories, so that a replaced one gets a number above all that its history has.
 */
export const storyVersions: Section = {
  ...versions,
  read(db) {
    const ids = new Set(db.all<{ id: string }>('SELECT id FROM story').map(({ id }) => id))
    return versions.read(db).filter((row) => ids.has(String(row['storyId'])))
  },
}

const textFields = [
  ...new Set([...textsOfContent(emptyContent).map(({ field }) => field), ...listFields]),
]
const shape = story.shape

const bank = tableSection({
  name: 'stories',
  table: 'story',
  key: ['id'],
  fields: {
    id: plain('id', recordId),
    status: plain('status', storyStatus),
    version: plain('version', z.int().positive()),
    level: plain('level', shape.level),
    primaryPrinciple: plain('primary_principle', shape.primaryPrinciple),
    archetype: plain('archetype', shape.archetype),
    whenFrom: plain('when_from', z.string().nullable()),
    whenTo: plain('when_to', z.string().nullable()),
    peopleLed: plain('people_led', shape.peopleLed),
    peopleAffected: plain('people_affected', shape.peopleAffected),
    teams: plain('teams', shape.teams),
    budgetUsd: plain('budget_usd', shape.budgetUsd),
    durationMonths: plain('duration_months', shape.durationMonths),
    highestStakeholder: plain('highest_stakeholder', shape.highestStakeholder),
    technologyLevel: plain('technology_level', shape.technologyLevel),
    createdAt: plain('created_at', instant),
    changedAt: plain('changed_at', instant),
    deletedAt: plain('deleted_at', instant.nullable()),
  },
  children: {
    texts: {
      table: 'story_text',
      of: 'story_id',
      key: ['field', 'position'],
      fields: {
        field: plain('field', z.enum(textFields)),
        position,
        text: plain('text', z.string()),
      },
    },
    secondaryPrinciples: {
      table: 'story_principle',
      of: 'story_id',
      key: ['position'],
      fields: { position, principle: plain('principle', slug) },
    },
    results: {
      table: 'story_result',
      of: 'story_id',
      key: ['position'],
      fields: { position, evidence: plain('evidence_id', recordId) },
    },
    checklistItems: {
      table: 'story_checklist_item',
      of: 'story_id',
      key: ['position'],
      fields: { position, playbook: plain('playbook', playbookId), item: plain('item', slug) },
    },
    dismissals: {
      table: 'story_dismissal',
      of: 'story_id',
      key: ['rule'],
      fields: {
        rule: plain('rule', slug),
        reason: plain('reason', storyDismissal.shape.reason),
        dismissedAt: plain('dismissed_at', instant),
      },
    },
  },
  check: checkStory,
})

/** The stories, those in the trash too. */
export const storyBank: Section = {
  ...bank,
  /** A story that differs in nothing but the number of its version is the same story. */
  find(db, row) {
    const here = bank.find(db, row)
    const isSame =
      here !== undefined &&
      JSON.stringify({ ...here, version: 0 }) === JSON.stringify({ ...row, version: 0 })
    return isSame ? row : here
  },
  /**
   * A story that is here gets a new version, so that an editor that is open on it notices, and what it was before
   * stays in its history.
   */
  write(db, row) {
    const id = String(row['id'])
    if (!bank.find(db, row)) {
      bank.write(db, row)
      return
    }
    const version = nextVersion(db, id)
    bank.write(db, { ...row, version })
    const [written] = readStories(db, [id], 'all')
    if (written)
      keepVersion(
        db,
        { id, version, origin: 'imported', savedAt: written.changedAt },
        contentOfStory(written),
        null,
      )
  },
}

/** How many stories should serve a principle, where that is the person's own figure. */
export const principleMinimums = tableSection({
  name: 'principleMinimums',
  table: 'principle_minimum',
  key: ['principle'],
  fields: {
    principle: plain('principle', slug),
    minimum: plain('minimum', z.int().min(0).max(20)),
  },
})

/** The rounds of the loop. */
export const loopRounds = tableSection({
  name: 'loopRounds',
  table: 'loop_round',
  key: ['position'],
  fields: {
    position: plain('position', z.int().min(0).max(9)),
    name: plain('name', loopRound.shape.name),
    principles: json('principles', loopRound.shape.principles),
  },
})

/** Holds a row, put together, against what the editor would let through. */
function checkStory(row: FileRow): ReturnType<Section['check']> {
  // The schema has let through a story with lists of these shapes.
  const found = row as unknown as Readonly<
    Record<string, never> & {
      texts: StoryBelongings['texts']
      secondaryPrinciples: readonly { principle: string }[]
      results: readonly { evidence: string }[]
      checklistItems: StoryBelongings['checklistItems']
    }
  >
  const columns = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  ) as unknown as StoryRow
  const content = contentOf(columns, {
    texts: found.texts,
    secondaryPrinciples: found.secondaryPrinciples.map(({ principle }) => principle),
    results: found.results.map(({ evidence: id }) => id),
    checklistItems: found.checklistItems.map(({ playbook, item }) => ({ playbook, item })),
    dismissals: [],
  })
  const issue = storyContent.safeParse(content).error?.issues[0]
  return issue
    ? { field: issue.path.map(String).join('.'), message: issue.message.replace(/\.$/, '') }
    : null
}
