import { z } from 'zod'
import { countKind, playbookId } from '#contract/playbooks.ts'
import { profile } from '#contract/profile.ts'
import { reportAlias, reportContents } from '#contract/report.ts'
import { storyFormats, storyParts } from '#contract/story.ts'
import { dateOrder, durationUnit, transferField } from '#contract/transfer.ts'
import { storySettings } from '#contract/story-settings.ts'
import { instant, recordId, slug, studyDay } from '#contract/units.ts'
import { careerSections } from './career-sections.ts'
import { flag, json, plain, type FileRow, type Section, type Surroundings } from './format.ts'
import { practiceSections } from './practice-sections.ts'
import {
  ledger,
  loopRounds,
  principleMinimums,
  storyBank,
  storyVersions,
} from './story-sections.ts'
import { tableSection } from './table-section.ts'
import { timerHistory, timerNow } from './timer-sections.ts'

/**
 * What the JSON file holds, in its order: the one list. A new noun adds its tables here, and a test fails while one
 * is missing. A change of what is listed raises `formatVersion` once a version was released: a field that was added
 * gets a default in its schema, so that older files are read on.
 */
export const sections: readonly Section[] = [
  tableSection({
    name: 'profile',
    table: 'profile',
    key: ['id'],
    constants: { id: 1 },
    isSingle: true,
    fields: {
      name: plain('name', profile.shape.name),
      level: plain('level', profile.shape.level),
      startDate: plain('start_date', profile.shape.startDate),
      interviewDate: plain('interview_date', profile.shape.interviewDate),
      weeklyHours: plain('weekly_hours', profile.shape.weeklyHours),
      theme: plain('theme', profile.shape.theme),
      paper: plain('paper', profile.shape.paper),
      dayStartsAt: plain('day_starts_at', profile.shape.dayStartsAt),
      weekStartsOn: plain('week_starts_on', profile.shape.weekStartsOn),
      idleAfterMinutes: plain('idle_after_minutes', profile.shape.idleAfterMinutes),
      focusWorkMinutes: plain('focus_work_minutes', profile.shape.focusWorkMinutes),
      focusBreakMinutes: plain('focus_break_minutes', profile.shape.focusBreakMinutes),
      streaks: flag('streaks', profile.shape.streaks),
    },
    check: (row, around) =>
      around.hasPlaybook(String(row['level']))
        ? null
        : { field: 'level', message: `there is no playbook “${String(row['level'])}” here` },
  }),

  tableSection({
    name: 'categoryMappings',
    table: 'category_mapping',
    key: ['to_playbook', 'from_playbook', 'from_category'],
    fields: {
      toPlaybook: plain('to_playbook', playbookId),
      fromPlaybook: plain('from_playbook', playbookId),
      fromCategory: plain('from_category', slug),
      toCategory: plain('to_category', slug.nullable()),
    },
  }),

  tableSection({
    name: 'hourBudgets',
    table: 'hour_budget',
    key: ['playbook', 'category'],
    fields: {
      playbook: plain('playbook', playbookId),
      category: plain('category', slug),
      hours: plain('hours', z.number().min(0)),
    },
  }),

  tableSection({
    name: 'milestoneChoices',
    table: 'milestone_choice',
    key: ['playbook', 'milestone'],
    fields: {
      playbook: plain('playbook', playbookId),
      milestone: plain('milestone', slug),
      target: plain('target', z.int().min(1).nullable()),
      stated: plain('stated', z.int().min(0).nullable()),
    },
  }),

  tableSection({
    name: 'restWeekdays',
    table: 'rest_weekday',
    key: ['weekday'],
    fields: { weekday: plain('weekday', z.int().min(1).max(7)) },
  }),

  tableSection({
    name: 'daysOff',
    table: 'day_off',
    key: ['day'],
    fields: { day: plain('day', studyDay) },
  }),

  tableSection({
    name: 'sessions',
    table: 'session',
    key: ['id'],
    orderBy: ['started_at'],
    fields: {
      id: plain('id', recordId),
      playbook: plain('playbook', playbookId),
      category: plain('category', slug),
      studyDay: plain('study_day', studyDay),
      startedAt: plain('started_at', instant),
      timeZone: plain('time_zone', z.string()),
      durationS: plain('duration_s', z.int().min(1).max(86_400)),
      note: plain('note', z.string()),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
      deletedAt: plain('deleted_at', instant.nullable()),
    },
    children: {
      counts: {
        table: 'session_count',
        of: 'session_id',
        key: ['kind'],
        fields: { kind: plain('kind', countKind), n: plain('n', z.int().min(1)) },
      },
    },
    check: checkSession,
  }),

  timerNow,
  timerHistory,

  tableSection({
    name: 'imports',
    table: 'import_record',
    key: ['id'],
    orderBy: ['imported_at'],
    fields: {
      id: plain('id', recordId),
      importedAt: plain('imported_at', instant),
      fileName: plain('file_name', z.string()),
      fileHash: plain('file_hash', z.hash('sha256')),
      sessions: plain('sessions', z.int().min(0)),
    },
  }),

  tableSection({
    name: 'importMappings',
    table: 'import_mapping',
    key: ['signature'],
    fields: {
      signature: plain('signature', z.hash('sha256')),
      columns: json('columns', z.array(transferField)),
      dateOrder: plain('date_order', dateOrder.nullable()),
      durationUnit: plain('duration_unit', durationUnit.nullable()),
      timeZone: plain('time_zone', z.string().nullable()),
      categories: json(
        'categories',
        z.array(
          z.strictObject({ playbook: playbookId, value: z.string(), category: slug.nullable() }),
        ),
      ),
      usedAt: plain('used_at', instant),
    },
  }),

  ledger,
  storyVersions,
  storyBank,
  principleMinimums,
  loopRounds,

  tableSection({
    name: 'storySettings',
    table: 'story_settings',
    key: ['id'],
    constants: { id: 1 },
    isSingle: true,
    fields: {
      wordsPerMinute: plain('words_per_minute', storySettings.shape.wordsPerMinute),
      tolerancePercent: plain('tolerance_percent', storySettings.shape.tolerancePercent),
      shares: json('shares', storySettings.shape.shares),
      formats: json('formats', storySettings.shape.formats),
    },
  }),

  // After the stories and the sessions that they refer to.
  tableSection({
    name: 'rehearsals',
    table: 'rehearsal',
    key: ['id'],
    orderBy: ['started_at'],
    fields: {
      id: plain('id', recordId),
      storyId: plain('story_id', recordId),
      format: plain('format', z.enum(storyFormats)),
      startedAt: plain('started_at', instant),
      timeZone: plain('time_zone', z.string()),
      studyDay: plain('study_day', studyDay),
      rating: plain('rating', z.int().min(1).max(5).nullable()),
      note: plain('note', z.string()),
      sessionId: plain('session_id', recordId.nullable()),
      createdAt: plain('created_at', instant),
      changedAt: plain('changed_at', instant),
      deletedAt: plain('deleted_at', instant.nullable()),
    },
    children: {
      parts: {
        table: 'rehearsal_part',
        of: 'rehearsal_id',
        key: ['part'],
        fields: {
          part: plain('part', z.enum(storyParts)),
          budgetMs: plain('budget_ms', z.int().min(0)),
          actualMs: plain('actual_ms', z.int().min(0)),
        },
      },
    },
    check: ({ timeZone }, around) =>
      around.hasZone(String(timeZone))
        ? null
        : { field: 'timeZone', message: `there is no time zone “${String(timeZone)}”` },
  }),

  ...practiceSections,

  ...careerSections,

  tableSection({
    name: 'reportChoice',
    table: 'report_choice',
    key: ['id'],
    constants: { id: 1 },
    isSingle: true,
    fields: { contents: json('contents', reportContents) },
  }),

  tableSection({
    name: 'reportPresets',
    table: 'report_preset',
    key: ['id'],
    fields: {
      id: plain('id', recordId),
      name: plain('name', z.string().min(1).max(60)),
      contents: json('contents', reportContents),
    },
  }),

  tableSection({
    name: 'reportAliases',
    table: 'report_alias',
    key: ['name'],
    orderBy: ['position'],
    fields: {
      name: plain('name', reportAlias.shape.name),
      position: plain('position', z.int().min(0)),
      alias: plain('alias', reportAlias.shape.alias),
    },
  }),
]

/**
 * Tables of the person's own that stay out of the file: recordings are sound on this computer, which a file that is
 * sent around must not carry, and whether it may record is for each computer to say.
 */
export const notExported = ['recording', 'recording_setting'] as const

function checkSession(row: FileRow, around: Surroundings): ReturnType<Section['check']> {
  const timeZone = String(row['timeZone'])
  if (!around.hasZone(timeZone))
    return { field: 'timeZone', message: `there is no time zone “${timeZone}”` }
  // The schema has let through a list of counts.
  const kinds = (row['counts'] as readonly { kind: string }[]).map(({ kind }) => kind)
  return new Set(kinds).size === kinds.length
    ? null
    : { field: 'counts', message: 'a kind of count stands twice' }
}
