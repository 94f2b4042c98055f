import type { Instant } from '#contract/units.ts'
import type { Playbook, Principle } from '#contract/playbooks.ts'
import type { Profile } from '#contract/profile.ts'
import type { Session } from '#contract/sessions.ts'
import type { Status } from '#contract/plan.ts'
import type { Coverage } from '#contract/coverage.ts'
import type { ChecklistState } from '#contract/checklist.ts'
import type { Evidence } from '#contract/evidence.ts'
import type { OutputOf } from '#contract/index.ts'
import type { Finding } from '#contract/level-check.ts'
import type { Mock } from '#contract/mocks.ts'
import type { ReadinessView } from '#contract/readiness.ts'
import type { ReportAlias, ReportContents } from '#contract/report.ts'
import type { Story } from '#contract/story.ts'

export type Paper = Profile['paper']

/** All that a report is made from. The same data gives the same bytes: the moment of generation is part of it. */
export type ReportData = Readonly<{
  /** What `plan.status` answered: every figure of the report is one of its figures. */
  status: Status
  playbook: Playbook
  /** Whether the playbook is one of the person's own: then its texts are theirs. */
  playbookIsOwn: boolean
  profile: Profile
  /** The Leadership Principles in their official order. */
  principles: readonly Principle[]
  /** The instant that the file carries as its date. */
  generatedAt: Instant | string
  paper: Paper
  contents: ReportContents
  /** What the calls of these names answered: every figure of their sections is one of theirs. */
  readiness: ReadinessView
  checklist: OutputOf<'checklist.get'>
  metrics: OutputOf<'metrics.get'>
  scope: OutputOf<'scope.get'>
  coverage: Coverage
  due: OutputOf<'rehearsals.due'>
  /** The latest first. */
  mocks: readonly Mock[]
  /** Empty while the stories are off. */
  stories: readonly ReportStory[]
  /** The latest sessions, newest first; empty while the practice log is off. */
  sessions: readonly Session[]
  /** Names that are replaced before anything is drawn; empty while aliases are off. */
  names: readonly ReportAlias[]
}>

/** A story with its figures of the ledger and, where they are wanted, the open findings of its check. */
export type ReportStory = Readonly<{
  story: Story
  figures: readonly Evidence[]
  findings: readonly Finding[]
  wordsPerMinute: number
}>

/** A report as content: what is said, in which order, with which meaning. Nothing here knows a page. */
export type Report = Readonly<{
  title: string
  author: string
  subject: string
  keywords: readonly string[]
  fileName: string
  /** The left side of the running head. */
  head: string
  /** The left side of the foot of each page. */
  foot: string
  /** Null where it is switched off, and the contents with it. */
  cover: Cover | null
  sections: readonly Section[]
}>

export type Cover = Readonly<{
  overline: string
  title: string
  subtitle: string
  facts: readonly Readonly<{ label: string; value: string; detail?: string }>[]
  /** The plan as a strip, widths by share, and the same in words. */
  strip: readonly Readonly<{ share: number; category: number }>[]
  stripCaption: string
  /** Says which characters the fonts could not show. */
  notice?: string
  contentsTitle: string
  note: string
}>

export type Section = Readonly<{
  /** Names the link target: lower-case words joined by hyphens. */
  id: string
  title: string
  /** One sentence under the title. */
  lead?: string
  /** Starts at the top of a page, unless the one before would be left all but empty. */
  newPage: boolean
  /** Is to be seen at once: set closer where it would be more than a page. */
  onePage?: true
  blocks: readonly Block[]
}>

export type Tone = 'body' | 'muted' | 'strong'

export type Block =
  | Readonly<{ kind: 'heading'; level: 2 | 3; text: string; aside?: string }>
  | Readonly<{ kind: 'paragraph'; text: string; tone?: Tone; keepNext?: true }>
  | Readonly<{ kind: 'note'; text: string; keepNext?: true }>
  | Readonly<{ kind: 'key-figures'; items: readonly KeyFigure[] }>
  | Table
  | ShareChart
  | PaceChart
  | Waterfall
  | WeekChart
  | Readonly<{ kind: 'checks'; items: readonly Check[] }>
  | Readonly<{ kind: 'terms'; items: readonly Term[] }>

/** An item with its state as a box, and what proves it in a quieter line. */
export type Check = Readonly<{ text: string; state: ChecklistState; detail?: string }>

export type KeyFigure = Readonly<{ label: string; value: string; detail: string }>

/** A figure explained: its name, how it comes about, where it is from. */
export type Term = Readonly<{ term: string; text: string; source?: string }>

export type Cell = Readonly<{
  text: string
  /** A second, quieter line. */
  detail?: string
  /** Position of the category, from 0: its colour stands before the text, or fills the bar. */
  swatch?: number
  /** A bar filled to this part, 0 to 1, over the text; null is an empty track. */
  bar?: number | null
  tone?: Tone
  /** At most so many lines; for a name that stands in full elsewhere. */
  lines?: number
}>

export type Column = Readonly<{
  head: string
  align: 'left' | 'right'
  /** Part of the width that the column asks for, against the others; 0 is as wide as its content. */
  weight: number
  /** The least width in points of a column of weight 0, for tables that stand above each other. */
  least?: number
}>

export type TableRow = Readonly<{ kind: 'row' | 'group' | 'total'; cells: readonly Cell[] }>

export type Table = Readonly<{
  kind: 'table'
  /** Says what the table holds, for readers that cannot see it. */
  summary: string
  /** Rows stand closer, where a table is to be seen at once. */
  dense?: true
  columns: readonly Column[]
  /** A `group` row has one cell over the whole width. The first cell of a row is its head. */
  rows: readonly TableRow[]
}>

/** Planned against actual share, one pair of bars for each category. */
export type ShareChart = Readonly<{
  kind: 'share-chart'
  alt: string
  legend: Readonly<{ planned: string; actual: string }>
  rows: readonly Readonly<{
    name: string
    category: number
    planned: number
    /** Null while nothing is logged. */
    actual: number | null
    plannedText: string
    actualText: string
  }>[]
}>

/** Hours logged on the way to the plan's hours, with a mark where the plan wants them to be today. */
export type PaceChart = Readonly<{
  kind: 'pace-chart'
  alt: string
  planned: number
  plannedToDate: number
  actual: number
  legend: Readonly<{ planned: string; plannedToDate: string; actual: string }>
}>

/** How parts add up to a whole of 100: each bar begins where the one before ended. */
export type Waterfall = Readonly<{
  kind: 'waterfall'
  alt: string
  rows: readonly Readonly<{ name: string; points: number; weight: number; text: string }>[]
  total: Readonly<{ name: string; points: number; text: string }>
}>

/** Hours of the last days, one column a day. */
export type WeekChart = Readonly<{
  kind: 'week-chart'
  alt: string
  days: readonly Readonly<{ label: string; hours: number; text: string }>[]
}>
