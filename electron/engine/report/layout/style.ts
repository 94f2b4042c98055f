/** The palette of the page: the app's light theme, with category colours that stay apart for the colour-blind. */
export const palette = {
  ink: '#1f1d19',
  soft: '#55514a',
  faint: '#6b665d',
  line: '#dcd7cd',
  rule: '#1f1d19',
  track: '#efece5',
  accent: '#3352b0',
  paper: '#ffffff',
} as const

const categoryColours = [
  '#2f6db5',
  '#c9741a',
  '#1f8a70',
  '#8e5aa8',
  '#a8577a',
  '#5f7a1f',
  '#37808f',
  '#7d6a4f',
] as const

/** The colour of the category at a position of the plan, from 0. More than eight start over, as in the app. */
export function categoryColour(position: number): string {
  return categoryColours[position % categoryColours.length] ?? palette.soft
}

export type FontName = 'regular' | 'semibold' | 'display'

/** How a line of text looks. Sizes in points. */
export type TypeStyle = Readonly<{
  font: FontName
  size: number
  leading: number
  colour: string
  /** Figures of one width, so that columns of numbers line up. */
  tabular?: boolean
  /** Space added between letters, in points. */
  tracking?: number
}>

const regular = { font: 'regular', colour: palette.ink } as const
const semibold = { font: 'semibold', colour: palette.ink } as const
const display = { font: 'display', colour: palette.ink } as const

/** Every type style of the report: nothing outside sets a size or a weight. */
export const type = {
  brand: { ...semibold, size: 10.5, leading: 14 },
  overline: { ...semibold, size: 8, leading: 12, colour: palette.accent, tracking: 0.9 },
  coverTitle: { ...display, size: 34, leading: 40 },
  coverSubtitle: { ...regular, size: 13, leading: 19, colour: palette.soft },
  factLabel: { ...regular, size: 8, leading: 11, colour: palette.faint },
  factValue: { ...semibold, size: 10.5, leading: 14.5, tabular: true },
  contents: { ...regular, size: 9.5, leading: 13 },
  contentsPage: { ...regular, size: 9.5, leading: 13, colour: palette.soft, tabular: true },
  title: { ...display, size: 21, leading: 27 },
  lead: { ...regular, size: 11, leading: 16.5, colour: palette.soft },
  heading2: { ...semibold, size: 12, leading: 16 },
  heading3: { ...semibold, size: 9.5, leading: 13 },
  aside: { ...regular, size: 8.5, leading: 13, colour: palette.faint, tabular: true },
  body: { ...regular, size: 9.5, leading: 14 },
  bodyMuted: { ...regular, size: 9, leading: 13, colour: palette.soft },
  bodyStrong: { ...semibold, size: 9.5, leading: 14 },
  note: { ...regular, size: 8.5, leading: 12.5, colour: palette.soft },
  figureLabel: { ...regular, size: 8.5, leading: 12, colour: palette.soft },
  figureValue: { ...display, size: 21, leading: 27, tabular: true },
  figureDetail: { ...regular, size: 8.5, leading: 12, colour: palette.soft, tabular: true },
  tableHead: { ...semibold, size: 7.5, leading: 10, colour: palette.soft },
  cell: { ...regular, size: 8.5, leading: 12, tabular: true },
  cellStrong: { ...semibold, size: 8.5, leading: 12, tabular: true },
  cellMuted: { ...regular, size: 8.5, leading: 12, colour: palette.faint, tabular: true },
  cellDetail: { ...regular, size: 7.75, leading: 11, colour: palette.faint, tabular: true },
  chartLabel: { ...regular, size: 8.5, leading: 11.5 },
  chartValue: { ...semibold, size: 8, leading: 10, tabular: true },
  chartQuiet: { ...regular, size: 8, leading: 10, colour: palette.faint, tabular: true },
  furniture: { ...regular, size: 7.5, leading: 10, colour: palette.faint, tabular: true },
} as const satisfies Record<string, TypeStyle>

/** The white space of a page, in points: above each kind of block, and inside tables and charts. */
export const spacing = {
  usual: {
    underTitle: 10,
    heading2: 26,
    note: 14,
    table: 10,
    cell: 5,
    chart: 12,
    chartRow: 15,
    chartBar: 9,
  },
  close: {
    underTitle: 6,
    heading2: 17,
    note: 10,
    table: 5,
    cell: 3,
    chart: 8,
    chartRow: 12,
    chartBar: 7.5,
  },
} as const
export type Spacing = Readonly<Record<keyof typeof spacing.usual, number>>

/** The part of the type size that stands above the baseline, in Inter. */
const ascent = 0.969
/** The part below it. */
const descent = 0.242
/** The height of a capital, for what stands beside text and is to be centred on it. */
export const capHeight = 0.727

/** From the top of a line to its baseline: the text stands in the middle of its leading. */
export function baselineOf({ size, leading }: TypeStyle): number {
  return (leading - (ascent + descent) * size) / 2 + ascent * size
}
