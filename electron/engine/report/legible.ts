import { everyText } from './aliases.ts'
import type { Report } from './model.ts'

/** Whether the fonts can show a character, by its code point. */
export type HasGlyph = (codePoint: number) => boolean

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Controls, text direction marks, joiners and variation selectors: they have no shape of their own. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Variation_Selector}]/gu
/** What has no place in a title or an author: joiners do, since viewers use them to shape the text. */
const control = /[\p{Cc}\p{Cs}]+/gu
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

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
]

/**
 * The report with only what its fonts can show: emoji are left out, any other character without a shape becomes "?",
 * and the cover says which scripts that were. No box for a missing glyph is ever drawn.
 */
export function legibleReport(report: Report, hasGlyph: HasGlyph): Report {
  const missing = new Set<string>()
  const shown = everyText(report, (text) => legible(text, hasGlyph, missing))
  return missing.size === 0 ? shown : withNotice(shown, notice(missing))
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
  const letters = [...missing].filter((name) => name !== 'emoji').toSorted()
  const last = letters.at(-1) ?? ''
  const list = letters.length > 1 ? `${letters.slice(0, -1).join(', ')} and ${last}` : last
  const replaced =
    list === ''
      ? ''
      : `The fonts of this report cannot show ${list}: each such character stands as “?”.`
  const dropped = missing.has('emoji') ? 'Emoji are left out.' : ''
  return [replaced, dropped].filter((part) => part !== '').join(' ')
}

function legible(text: string, hasGlyph: HasGlyph, missing: Set<string>): string {
  if (simple.test(text)) return text
  let left = false
  const shown = [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => {
    const bare = plain(segment)
    if (Array.from(bare).every((each) => each === '\n' || hasGlyph(each.codePointAt(0) ?? 0)))
      return bare
    if (emoji.test(bare)) {
      missing.add('emoji')
      left = true
      return ''
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

/** Line feeds stay, other space is a space, what has no shape goes. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll(/[\t\u3000]/g, ' ')
    .replaceAll(invisible, (character) => (character === '\n' ? '\n' : ''))
}
