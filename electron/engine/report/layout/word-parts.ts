/** Scripts that put no space between words and may be broken between almost any two characters. */
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u
/** Scripts that put no space between words and are broken between words all the same. */
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** No line begins with these: closing signs, small kana, marks that lengthen or repeat what stands before them. */
const notFirst =
  /^[\p{Pe}\p{Pf}、。，．・：；？！‥…ー〜～々〻ゝゞヽヾ％ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ,.:;?!%]/u
/** No line ends with these. */
const notLast = /[\p{Ps}\p{Pi}£¥＄￥￡]$/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('th', { granularity: 'word' })

/** The parts between which a line may end of a word that no space divides. Of most words it is the word itself. */
export function partsOfWord(word: string): readonly string[] {
  if (spaceless.test(word)) return joined([...words.segment(word)].map(({ segment }) => segment))
  if (!ideographic.test(word)) return [word]
  return joined(
    [...graphemes.segment(word)].map(({ segment }) => segment),
    (before, after) => ideographic.test(before.at(-1) ?? '') || ideographic.test(after),
  )
}

/** Whether text goes on after this one without a space where a line ends. */
export function endsWithoutSpace(text: string): boolean {
  return ideographic.test(Array.from(text).at(-1) ?? '')
}

function joined(
  segments: readonly string[],
  mayPart: (before: string, after: string) => boolean = () => true,
): readonly string[] {
  const parts: string[] = []
  for (const segment of segments) {
    const before = parts.at(-1)
    const holds =
      before !== undefined &&
      (segment.trim() === '' ||
        notFirst.test(segment) ||
        notLast.test(before) ||
        !mayPart(before, segment))
    if (before !== undefined && holds) parts[parts.length - 1] = before + segment
    else parts.push(segment)
  }
  return parts
}
