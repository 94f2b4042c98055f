import type { StoryExcerpt } from '#contract/story.ts'
import type { ReadableDb } from '../store/database.ts'

/** A text of a story in which a word stands. */
export type Hit = Readonly<{ storyId: string; field: string; seq: number }>

/** The words of what was typed, each once. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu))]
}

/** Scripts that are written without gaps between words: the index sees a whole sentence as one word there. */
const gapless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * The texts of stories in which a word begins with the one given, whatever its case and accents; of stories that are
 * not in the trash. In scripts without gaps between words: the texts that hold it anywhere.
 */
export function hitsOf(db: ReadableDb, word: string): Hit[] {
  const where = gapless.test(word)
    ? 'instr(text, @word) > 0'
    : 'seq IN (SELECT rowid FROM story_search WHERE story_search MATCH @query)'
  return db.all<Hit>(
    `SELECT story_id AS storyId, field, seq FROM story_text JOIN story ON story.id = story_id
     WHERE deleted_at IS NULL AND ${where} ORDER BY seq`,
    gapless.test(word) ? { word } : { query: queryOf([word]) },
  )
}

/** Words as a full-text query for any of them. Quoted, so that no sign is taken for an operator. */
function queryOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' OR ')
}

const excerptsPerStory = 3
// Private-use characters, which nobody types: SQLite puts them around what it found.
const opening = '\uE0F1'
const closing = '\uE0F2'

/** Some text around the places at which the words stand, by story; a few for each. */
export function excerptsOf(
  db: ReadableDb,
  words: readonly string[],
  hits: readonly Hit[],
): ReadonlyMap<string, StoryExcerpt[]> {
  const spoken = words.filter((word) => !gapless.test(word))
  const seqs = [...Map.groupBy(hits, (hit) => hit.storyId).values()].flatMap((ofStory) =>
    [...new Set(ofStory.map((hit) => hit.seq))].slice(0, excerptsPerStory),
  )
  const chosen = JSON.stringify(seqs)
  const marked =
    spoken.length === 0
      ? []
      : db.all<{ seq: number; text: string }>(
          `SELECT rowid AS seq, snippet(story_search, 0, @opening, @closing, '…', 24) AS text
           FROM story_search
           WHERE story_search MATCH @query AND rowid IN (SELECT value FROM json_each(@chosen))`,
          { query: queryOf(spoken), opening, closing, chosen },
        )
  const byIndex = new Map(marked.map((row) => [row.seq, unmarked(row.text)]))
  const texts = db.all<{ storyId: string; field: string; seq: number; text: string }>(
    `SELECT story_id AS storyId, field, seq, text FROM story_text
     WHERE seq IN (SELECT value FROM json_each(@chosen)) ORDER BY seq`,
    { chosen },
  )
  const excerpts = new Map<string, StoryExcerpt[]>()
  for (const { storyId, field, seq, text } of texts) {
    const excerpt = { field, ...(byIndex.get(seq) ?? around(text, words)) }
    const list = excerpts.get(storyId)
    if (list) list.push(excerpt)
    else excerpts.set(storyId, [excerpt])
  }
  return excerpts
}

/** The text without SQLite's marks, and where they stood. */
function unmarked(marked: string): Omit<StoryExcerpt, 'field'> {
  const ranges: [number, number][] = []
  let text = ''
  let start = 0
  for (const piece of marked.split(/([\uE0F1\uE0F2])/)) {
    if (piece === opening) start = text.length
    else if (piece === closing) ranges.push([start, text.length])
    else text += piece
  }
  return { text, ranges }
}

const margin = 60

/** Some text around the first of the words that stands in it. */
function around(text: string, words: readonly string[]): Omit<StoryExcerpt, 'field'> {
  const found = words
    .map((word) => ({ word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  const [first] = found
  if (!first) return { text: '', ranges: [] }
  const from = Math.max(0, first.at - margin)
  const lead = from > 0 ? '…' : ''
  const to = first.at + first.word.length + margin
  const start = lead.length + first.at - from
  return {
    // A cut may not leave half of a character behind.
    text: (lead + text.slice(from, to) + (to < text.length ? '…' : '')).toWellFormed(),
    ranges: [[start, start + first.word.length]],
  }
}
