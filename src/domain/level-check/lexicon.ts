import { phraseCues, wordCues } from '../principle-cues.ts'

/** What a word can be a sign of. Powers of two, so that a text is the sum of its words' signs. */
export const sign = {
  i: 1,
  we: 2,
  english: 4,
  number: 8,
  comparison: 16,
  business: 32,
  alternative: 64,
  struggle: 128,
  learning: 256,
  blame: 512,
  /** A word of a phrase that can be heard as blame. */
  blamePhrase: 1024,
} as const

/** The sign of the first principle; each next one is twice as much. */
export const firstCue = 2048

type Words = Readonly<{ sign: number; words?: string; stems?: string }>

// Whole words, and beginnings of words. In our own choice; generous where a miss would blame a good story.
const lists: readonly Words[] = [
  { sign: sign.i, words: 'i my me mine myself' },
  { sign: sign.we, words: 'we us our ours ourselves' },
  {
    sign: sign.english,
    words: `the and to of that for with had it my we were from by our this which they i was in a is on as at but after
      before when who their so into not`,
  },
  {
    sign: sign.number,
    words: `two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
      billion half third quarter twice thrice dozen zero none nobody`,
    stems: 'doubl tripl quadrupl halv hundred thousand million billion twofold threefold tenfold',
  },
  {
    sign: sign.comparison,
    words: `before previously earlier formerly instead compared than less more fewer under until baseline once again
      down up back was were`,
    stems:
      'halv doubl tripl quadrupl reduc cut drop fell fall rose ris increas decreas grew improv lower',
  },
  {
    sign: sign.business,
    words: `sla slas roi orders launch users user sales sold ceo budget budgets money saved saving savings contract
      deadline audit board risk risks support`,
    stems: `customer client revenue cost profit market business churn conversion convert retention growth compliance
      regulat legal subscri dollar euro spend availab outage incident downtime hiring attrition competit investor
      merchant seller buyer patient student traffic adoption productiv strateg usage reliab safety security launch
      complain company compan commerc price payment earn`,
  },
  {
    sign: sign.alternative,
    words:
      'instead rather versus alternatively either whether chose choice choices choosing options option weighed',
    stems: 'alternativ consider compar trade tradeoff evaluat reject option dismiss',
  },
  {
    sign: sign.struggle,
    words: `hard hardest harder wrong broke against although despite tension refused afraid missed feared fear doubt
      doubts doubted unfortunately problem problems pressure freeze`,
    stems: `resist pushback disagree conflict obstacle difficult struggl setback fail mistake block delay underestimat
      reluctan scepti skepti objection oppos opposit challeng hurdle stuck escalat incident outage unpopular argu
      controvers bottleneck constrain`,
  },
  {
    sign: sign.learning,
    words: `would now today since next differently sooner earlier again better habit taught should wish never always
      began`,
    stems:
      'learn lesson realis realiz understood understand mistake chang insight reflect discover saw',
  },
  {
    sign: sign.blame,
    words:
      'blame blamed blames blaming stupid useless clueless lazy idiot idiots lousy incompetence incompetent',
    stems: 'incompeten careless sloppy idiot',
  },
  { sign: sign.blamePhrase, words: 'fault ball let bothered care' },
]

/** A word or a beginning of words, and what it is a sign of; of a phrase, what has to follow its first word. */
type Entry = Readonly<{ letters: string; sign: number; isStem: boolean; rest?: string }>

const entries: readonly Entry[] = lists.flatMap(({ sign: bit, words, stems }) => [
  ...split(words).map((letters) => ({ letters, sign: bit, isStem: false })),
  ...split(stems).map((letters) => ({ letters, sign: bit, isStem: true })),
])

function split(words = ''): string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}

/** Says what the word between two places of a text is a sign of, together with what follows it. */
export type Lexicon = (text: string, start: number, end: number) => number

/**
 * The lexicon with the words that speak of these principles. A tree of letters: a word is followed letter by letter
 * and mostly left after the second, without a copy of it; this runs over every word of every story. A phrase is looked
 * for at its first word only.
 *
 * As written, "US" is a country and "us" is not; "i" alone is no pronoun but a counter. "blameless" blames nobody.
 */
export function lexiconOf(principles: readonly Readonly<{ id: string }>[]): Lexicon {
  const cues = principles.flatMap(({ id }, index): Entry[] => [
    ...wordCues(id).map((letters) => ({ letters, sign: firstCue << index, isStem: true })),
    ...phraseCues(id).map((phrase) => {
      const gap = phrase.indexOf(' ')
      const [letters, rest] = [phrase.slice(0, gap), phrase.slice(gap)]
      return { letters, sign: firstCue << index, isStem: false, rest }
    }),
  ])
  const { children, wordSigns, stemSigns, phrases } = treeOf([...entries, ...cues])
  return (text, start, end) => {
    const first = text.charCodeAt(start)
    if (end - start === 1 && first === 0x69) return 0
    if (end - start === 2 && first === 0x55 && text.charCodeAt(start + 1) === 0x53) return 0
    let node = 0
    let signs = 0
    for (let at = start; at < end; at += 1) {
      // Capitals are made small; what is no letter of a to z ends the way.
      const letter = (text.charCodeAt(at) | 0x20) - 0x61
      node = letter >= 0 && letter < 26 ? (children[node * 26 + letter] ?? 0) : 0
      if (node === 0) return signs
      signs |= stemSigns[node] ?? 0
    }
    signs |= wordSigns[node] ?? 0
    for (const { rest, sign: bit } of phrases.get(node) ?? [])
      if (continues(text, end, rest)) signs |= bit
    return signs
  }
}

/** Whether a text goes on with a phrase's words, whatever their case; any blank is as good as a space. */
function continues(text: string, from: number, rest: string): boolean {
  for (let at = 0; at < rest.length; at += 1) {
    const wanted = rest.charCodeAt(at)
    const code = text.charCodeAt(from + at)
    if (wanted === 0x20 ? code > 0x20 && code !== 0xa0 : (code | 0x20) !== wanted) return false
  }
  return from + rest.length <= text.length
}

function treeOf(all: readonly Entry[]) {
  const children: number[] = Array.from({ length: 26 }, () => 0)
  const wordSigns = [0]
  const stemSigns = [0]
  const phrases = new Map<number, { rest: string; sign: number }[]>()
  for (const { letters, sign: bit, isStem, rest } of all) {
    let node = 0
    for (const letter of letters) {
      const place = node * 26 + letter.charCodeAt(0) - 0x61
      let next = children[place] ?? 0
      if (next === 0) {
        next = wordSigns.length
        children[place] = next
        for (let at = 0; at < 26; at += 1) children.push(0)
        wordSigns.push(0)
        stemSigns.push(0)
      }
      node = next
    }
    if (rest !== undefined) {
      phrases.set(node, [...(phrases.get(node) ?? []), { rest, sign: bit }])
      continue
    }
    const signs = isStem ? stemSigns : wordSigns
    signs[node] = (signs[node] ?? 0) | bit
  }
  return {
    // Short numbers, so that the whole tree stays in the processor's cache.
    children: Int16Array.from(children),
    wordSigns: Int32Array.from(wordSigns),
    stemSigns: Int32Array.from(stemSigns),
    phrases,
  }
}

const plainLexicon = lexiconOf([])

/** The signs of a word, those of principles left out. */
export function signsOf(word: string): number {
  return plainLexicon(word, 0, word.length)
}
