import { everyText } from './every-text.ts'
import { mirrored, needsOrdering } from './layout/direction.ts'
import type { Report } from './model.ts'

/** Whether the fonts can show what a reader sees as one character: a letter with its marks, an emoji of many parts. */
export type Shows = (cluster: string) => boolean

/** The report as its fonts can show it, and what to tell of what they cannot. */
export type Legible = Readonly<{ report: Report; notice: string | null }>

/** Keys whose values are words of the model. */
const structural = new Set(['kind', 'id', 'align', 'tone', 'state', 'fileName'])

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Controls, text direction marks, joiners and variation selectors: they have no shape of their own. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Variation_Selector}]/gu
/** What has no place in a title or an author: joiners do, since viewers use them to shape the text. */
const control = /[\p{Cc}\p{Cs}]+/gu
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
/** In these scripts a joiner or its opposite changes how letters look. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Telugu}]/u

/** Text that every font has and that changes in no way: most of a report, and nothing to look at letter by letter. */
const simple = /^[!-~][ -~\n]*$/

const scripts: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese kana'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Script=Bengali}/u, 'Bengali'],
  [/\p{Script=Tamil}/u, 'Tamil'],
  [/\p{Script=Telugu}/u, 'Telugu'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Armenian}/u, 'Armenian'],
  [/\p{Script=Georgian}/u, 'Georgian'],
  [/\p{Script=Ethiopic}/u, 'Ethiopic'],
  [/\p{Script=Gujarati}/u, 'Gujarati'],
  [/\p{Script=Gurmukhi}/u, 'Gurmukhi'],
  [/\p{Script=Kannada}/u, 'Kannada'],
  [/\p{Script=Malayalam}/u, 'Malayalam'],
  [/\p{Script=Sinhala}/u, 'Sinhala'],
  [/\p{Script=Lao}/u, 'Lao'],
  [/\p{Script=Khmer}/u, 'Khmer'],
  [/\p{Script=Myanmar}/u, 'Burmese'],
  [/\p{Script=Tibetan}/u, 'Tibetan'],
  [/\p{Script=Mongolian}/u, 'Mongolian'],
]

/**
 * The report with only what its fonts can show: of an emoji that they lack its parts, else nothing; of a letter whose
 * marks they lack the letter; any other character without a shape becomes "?". The cover says what that was. No box for
 * a missing glyph is ever drawn.
 */
export function legibleReport(report: Report, shows: Shows): Legible {
  const missing = new Set<string>()
  const shown = everyText(report, (text, key) =>
    structural.has(key) ? text : legible(text, shows, missing),
  )
  if (missing.size === 0) return { report: shown, notice: null }
  const text = notice(missing)
  return { report: withNotice(shown, text), notice: text }
}

/** The notice stands on the cover, or without one above all else. */
function withNotice(report: Report, text: string): Report {
  if (report.cover !== null) return { ...report, cover: { ...report.cover, notice: text } }
  const [first, ...others] = report.sections
  if (!first) return report
  return {
    ...report,
    sections: [{ ...first, blocks: [{ kind: 'note', text }, ...first.blocks] }, ...others],
  }
}

/** A text for the file's metadata: with all its characters, since the viewer brings its own fonts. */
export function metadataText(text: string): string {
  return text.replaceAll(control, ' ').trim()
}

function notice(missing: ReadonlySet<string>): string {
  const letters = [...missing].filter((name) => name !== 'emoji' && name !== 'marks').toSorted()
  const last = letters.at(-1) ?? ''
  const list = letters.length > 1 ? `${letters.slice(0, -1).join(', ')} and ${last}` : last
  const replaced =
    list === ''
      ? ''
      : `The fonts of this report cannot show ${list}: each such character stands as “?”.`
  const dropped = missing.has('emoji') ? 'Emoji that its fonts lack are left out.' : ''
  const marks = missing.has('marks') ? 'Marks on letters that its fonts lack are left out.' : ''
  return [replaced, dropped, marks].filter((part) => part !== '').join(' ')
}

function legible(text: string, hasShape: Shows, missing: Set<string>): string {
  if (simple.test(text)) return text
  // Which way a character runs is known when its line is; where any may run from right to left, both forms are needed.
  const shows: Shows = needsOrdering(text)
    ? (cluster) => hasShape(cluster) && hasShape(mirrored(cluster))
    : hasShape
  let left = false
  const shown = [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => {
    const bare = plain(segment)
    const whole = [bare, ...(bare === segment ? [] : [plainest(bare)])]
    const found = whole.find((each) => each === '\n' || each === '' || shows(each))
    if (found !== undefined) return found
    if (emoji.test(bare)) {
      const parts = Array.from(plainest(bare).replaceAll(/\p{Emoji_Modifier}/gu, ''))
      if (parts.length > 0 && parts.every(shows)) return parts.join('')
      missing.add('emoji')
      left = true
      return ''
    }
    const letter = bare
      .normalize('NFD')
      .replaceAll(/\p{Mark}/gu, '')
      .normalize('NFC')
    if (letter !== '' && letter !== bare && shows(letter)) {
      missing.add('marks')
      return letter
    }
    missing.add(scripts.find(([pattern]) => pattern.test(bare))?.[1] ?? 'some symbols')
    return '?'
  })
  const joined = shown.join('')
  // What stood between two spaces leaves two of them.
  const tidy = left ? joined.replaceAll(/ {2,}/g, ' ').trim() : joined
  // Nothing visible is left of something: a hole would look like a fault of the page.
  return text !== '' && tidy.trim() === '' ? '?' : tidy
}

/** Line feeds stay, other space is a space, what has no shape goes but for what joins the parts of one. */
function plain(segment: string): string {
  const spaced = segment
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll(/[\t\u3000]/g, ' ')
  if (emoji.test(spaced)) return withoutInvisible(spaced, isPartOfEmoji)
  return joining.test(spaced) ? withoutInvisible(spaced, isJoiner) : plainest(spaced)
}

function plainest(text: string): string {
  return withoutInvisible(text, () => false)
}

function withoutInvisible(text: string, stays: (character: string) => boolean): string {
  return text.replaceAll(invisible, (character) =>
    character === '\n' || stays(character) ? character : '',
  )
}

/** The opposite of a joiner, and a joiner. */
function isJoiner(character: string): boolean {
  return character === '\u200c' || character === '\u200d'
}

/** What makes one picture of several, and the letters in which some flags are spelt. */
function isPartOfEmoji(character: string): boolean {
  return character === '\u200d' || /[\u{e0020}-\u{e007f}]/u.test(character)
}
