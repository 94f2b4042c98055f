import { wordCues } from '../principle-cues.ts'

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

type Known = Readonly<{
  words: ReadonlyMap<string, number>
  stems: ReadonlyMap<string, number>
  shortest: number
  longest: number
}>

const known = knownOf(lists)

function knownOf(listed: readonly Words[]): Known {
  const pairsOf = (texts: (list: Words) => string | undefined) =>
    summed(listed.flatMap((list) => split(texts(list)).map((word) => [word, list.sign] as const)))
  const stems = pairsOf((list) => list.stems)
  const lengths = [...stems.keys()].map(({ length }) => length)
  return {
    words: pairsOf((list) => list.words),
    stems,
    shortest: Math.min(...lengths),
    longest: Math.max(0, ...lengths),
  }
}

function split(words = ''): string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}

function summed(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [word, bit] of pairs) sums.set(word, (sums.get(word) ?? 0) | bit)
  return sums
}

/**
 * The signs of a word, as it is written: "US" is a country and "us" is not; "i" alone is no pronoun but a counter.
 * "blameless" blames nobody.
 */
export function signsOf(written: string): number {
  return written === 'US' || written === 'i' ? 0 : signsIn(known, written.toLowerCase())
}

function signsIn({ words, stems, shortest, longest }: Known, word: string): number {
  let signs = words.get(word) ?? 0
  for (let end = shortest; end <= Math.min(longest, word.length); end += 1)
    signs |= stems.get(word.slice(0, end)) ?? 0
  return signs
}

/** Signs of words that were seen, so that each is looked up once for a whole bank of stories. */
export type Lookup = (word: string) => number

/** How many words are remembered: more than any bank of stories has, and no more than memory bears. */
const mostRemembered = 50_000

/** `signsOf`, and the signs of the principles that a word speaks of, remembered. */
export function rememberingLookup(principles: readonly Readonly<{ id: string }>[]): Lookup {
  const cues = knownOf(
    principles.map(({ id }, index) => ({
      sign: firstCue << index,
      stems: wordCues(id).join(' '),
    })),
  )
  const seen = new Map<string, number>()
  return (word) => {
    let signs = seen.get(word)
    if (signs === undefined) {
      signs = signsOf(word) | signsIn(cues, word.toLowerCase())
      if (seen.size < mostRemembered) seen.set(word, signs)
    }
    return signs
  }
}
