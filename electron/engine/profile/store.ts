import type { CategoryMapping, Profile } from '#contract/profile.ts'
import type { StudyDay } from '#contract/units.ts'
import { refuse } from '../refusal.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

type Row = Readonly<{
  name: string
  level: string
  start_date: StudyDay
  interview_date: StudyDay | null
  weekly_hours: number
  theme: Profile['theme']
  paper: Profile['paper']
  day_starts_at: number
  week_starts_on: number
  idle_after_minutes: number
  focus_work_minutes: number
  focus_break_minutes: number
  streaks: number
}>

/** The profile, or undefined before the first run is finished. */
export function findProfile(db: ReadableDb): Profile | undefined {
  const row = db.get<Row>('SELECT * FROM profile')
  return (
    row && {
      name: row.name,
      level: row.level,
      startDate: row.start_date,
      interviewDate: row.interview_date,
      weeklyHours: row.weekly_hours,
      theme: row.theme,
      paper: row.paper,
      dayStartsAt: row.day_starts_at,
      weekStartsOn: row.week_starts_on,
      idleAfterMinutes: row.idle_after_minutes,
      focusWorkMinutes: row.focus_work_minutes,
      focusBreakMinutes: row.focus_break_minutes,
      streaks: row.streaks === 1,
    }
  )
}

/** The profile; refuses with `no-profile` before the first run is finished. */
export function requireProfile(db: ReadableDb): Profile {
  return (
    findProfile(db) ??
    refuse({
      code: 'no-profile',
      message: 'There is no profile yet.',
      hint: 'Choose a target level and dates first (in the terminal: loopready init --level L6).',
    })
  )
}

export function writeProfile(db: WritableDb, profile: Profile): void {
  db.run(
    `INSERT INTO profile (id, name, level, start_date, interview_date, weekly_hours, theme, paper, day_starts_at,
       week_starts_on, idle_after_minutes, focus_work_minutes, focus_break_minutes, streaks)
     VALUES (1, @name, @level, @startDate, @interviewDate, @weeklyHours, @theme, @paper, @dayStartsAt,
       @weekStartsOn, @idleAfterMinutes, @focusWorkMinutes, @focusBreakMinutes, @streaks)
     ON CONFLICT (id) DO UPDATE SET
       name = excluded.name, level = excluded.level, start_date = excluded.start_date,
       interview_date = excluded.interview_date, weekly_hours = excluded.weekly_hours,
       theme = excluded.theme, paper = excluded.paper, day_starts_at = excluded.day_starts_at,
       week_starts_on = excluded.week_starts_on, idle_after_minutes = excluded.idle_after_minutes,
       focus_work_minutes = excluded.focus_work_minutes,
       focus_break_minutes = excluded.focus_break_minutes, streaks = excluded.streaks`,
    { ...profile, streaks: profile.streaks ? 1 : 0 },
  )
}

/** Where sessions of other playbooks count when `toPlaybook` is the level. */
export function mappingsTo(db: ReadableDb, toPlaybook: string): CategoryMapping[] {
  return db.all<CategoryMapping>(
    `SELECT from_playbook AS fromPlaybook, from_category AS "from", to_category AS "to"
     FROM category_mapping WHERE to_playbook = @toPlaybook ORDER BY from_playbook, from_category`,
    { toPlaybook },
  )
}

export function writeMapping(db: WritableDb, toPlaybook: string, mapping: CategoryMapping): void {
  db.run(
    `INSERT INTO category_mapping (to_playbook, from_playbook, from_category, to_category)
     VALUES (@toPlaybook, @fromPlaybook, @from, @to)
     ON CONFLICT DO UPDATE SET to_category = excluded.to_category`,
    { toPlaybook, ...mapping },
  )
}
