/**
 * What interviewers say when they ask about a principle, in our own words: beginnings of words, so that "custom" of
 * `customer` also finds "customers". A phrase of several words counts double.
 */
const cues: Readonly<Record<string, readonly string[]>> = {
  'customer-obsession': [
    'customer',
    'user',
    'client',
    'complaint',
    'buyer',
    'end user',
    'work backwards',
    'worked backwards',
    'working backwards',
    'people who use',
  ],
  ownership: [
    'ownership',
    'owned',
    'accountab',
    'beyond your role',
    'outside your',
    'long term',
    'not your job',
    'take responsibility',
    'taking responsibility',
    'took responsibility',
    'step in',
    'stepped in',
    'stepping in',
    'inherit',
    'long run',
    'your fault',
    'leave behind',
    'left behind',
    'gap between',
    'somebody elses job',
    'someone elses job',
  ],
  'invent-and-simplify': [
    'invent',
    'innovat',
    'simplif',
    'creativ',
    'novel',
    'new idea',
    'new way',
    'complicat',
    'complex process',
    'idea',
    'easier',
    'automat',
    'took away',
    'take away',
  ],
  'are-right-a-lot': [
    'judgment',
    'judgement',
    'instinct',
    'intuition',
    'wrong',
    'incomplete data',
    'ambigu',
    'right call',
    'hard decision',
    'difficult decision',
    'opinion',
    'half of the facts',
    'hard call',
    'tough call',
    'changed your mind',
    'alone with your view',
  ],
  'learn-and-be-curious': [
    'learn',
    'curio',
    'teach yourself',
    'new skill',
    'unfamiliar',
    'stay up to date',
    'keep up',
    'self improvement',
    'knew nothing',
    'new to you',
    'surprised you',
  ],
  'hire-and-develop-the-best': [
    'hire',
    'hiring',
    'recruit',
    'mentor',
    'coach',
    'promot',
    'develop someone',
    'develop people',
    'underperform',
    'low performer',
    'grow your team',
    'career',
    'talent',
    'succession',
    'candidate',
    'headcount',
    'not doing well',
    'wanted to leave',
    'get somebody ready',
    'get someone ready',
  ],
  'insist-on-the-highest-standards': [
    'standard',
    'quality',
    'raise the bar',
    'raised the bar',
    'raising the bar',
    'defect',
    'not good enough',
    'unsatisf',
    'refused to compromise',
    'excellence',
    'good enough',
    'lowered the bar',
    'lower the bar',
    'stop a release',
    'stopped a release',
  ],
  'think-big': [
    'vision',
    'bold',
    'think big',
    'thinking big',
    'thought big',
    'big picture',
    'strateg',
    'transform',
    'future',
    'multi year',
    'ambitio',
    'pay off',
    'could not be reached',
    'many teams',
  ],
  'bias-for-action': [
    'quick',
    'fast',
    'speed',
    'urgen',
    'calculated risk',
    'without approval',
    'deadline',
    'act without',
    'acted without',
    'take a risk',
    'took a risk',
    'permission',
    'within a day',
    'stuck',
    'waiting',
    'moved anyway',
  ],
  frugality: [
    'frugal',
    'budget',
    'cost',
    'save money',
    'saved money',
    'saving money',
    'fewer resources',
    'limited resources',
    'less resources',
    'constrain',
    'do more with less',
    'waste',
    'saving',
    'cheap',
    'refused people',
    'refused money',
    'too dear',
    'too expensive',
  ],
  'earn-trust': [
    'trust',
    'honest',
    'candid',
    'feedback',
    'relationship',
    'apolog',
    'admit',
    'mistake',
    'credib',
    'criticism',
    'transparen',
    'bad news',
    'promise',
    'win back',
    'won back',
    'let down',
    'let them down',
  ],
  'dive-deep': [
    'root cause',
    'detail',
    'data',
    'metric',
    'investigat',
    'debug',
    'dig',
    'dive deep',
    'deep dive',
    'dived deep',
    'diving deep',
    'dove deep',
    'go deep',
    'went deep',
    'deep into',
    'dug into',
    'analy',
    'audit',
    'on a dashboard',
    'logs',
    'logs',
    'average',
    'read code',
  ],
  'have-backbone-disagree-and-commit': [
    'disagree',
    'conflict',
    'push back',
    'pushed back',
    'pushing back',
    'backbone',
    'unpopular',
    'commit to a decision',
    'committed to a decision',
    'challenge',
    'argue',
    'oppose',
    'manager wanted',
    'speak up',
    'spoke up',
    'say no',
    'said no',
    'voted against',
    'give in',
    'gave in',
    'giving in',
  ],
  'deliver-results': [
    'deliver',
    'result',
    'goal',
    'obstacle',
    'deadline',
    'setback',
    'proud',
    'accomplish',
    'achiev',
    'on time',
    'missed',
    'priorit',
    'fail',
    'against the odds',
    'dependency',
    'was late',
    'pulled away',
  ],
  'strive-to-be-earths-best-employer': [
    'inclusi',
    'divers',
    'wellbeing',
    'well being',
    'burnout',
    'burned out',
    'morale',
    'safe',
    'empathy',
    'work life',
    'employee',
    'happy team',
    'culture',
    'worn out',
    'belong',
    'outside work',
    'be heard',
    'are heard',
    'quieter',
  ],
  'success-and-scale-bring-broad-responsibility': [
    'society',
    'communit',
    'ethic',
    'environment',
    'sustainab',
    'responsibility to',
    'unintended',
    'secondary effect',
    'public',
    'privacy',
    'wider impact',
    'societ',
    'side effect',
    'wrong hands',
    'reach further',
    'reached further',
    'chose to use',
  ],
}

/** The cues of a principle that are one word: beginnings of words in lower case. */
export function wordCues(principle: string): readonly string[] {
  return (cues[principle] ?? []).filter((cue) => !cue.includes(' '))
}

/** The cues of a principle that are several words, in lower case. */
export function phraseCues(principle: string): readonly string[] {
  return (cues[principle] ?? []).filter((cue) => cue.includes(' '))
}

/** A principle that a text speaks of: how strongly, and by which words of the text. */
export type PrincipleSpokenOf = Readonly<{ id: string; weight: number; words: readonly string[] }>

/** A principle as far as its name matters here. */
type Named = Readonly<{ id: string; name: string; short: string }>

/**
 * The principles that a question speaks of, the likeliest first. Its name counts 5, its short head in capitals 5, a
 * cue 1 and a cue of several words 2; 0 leaves it out. Equals keep the official order.
 */
export function principlesSpokenOf(
  question: string,
  principles: readonly Named[],
): PrincipleSpokenOf[] {
  const text = plain(question)
  return principles
    .map(({ id, name, short }) => {
      const named = text.includes(` ${plain(name).trim()} `) ? [name] : []
      const headed = new RegExp(`(?<![\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'u').test(question)
        ? [short]
        : []
      const found = (cues[id] ?? []).flatMap((cue) => spoken(text, cue))
      const weight =
        5 * (named.length + headed.length) +
        found.reduce((sum, words) => sum + (words.includes(' ') ? 2 : 1), 0)
      return { id, weight, words: [...new Set([...named, ...headed, ...found])] }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
}

/** The words of the text that a cue begins, as they stand there. */
function spoken(text: string, cue: string): string[] {
  const at = text.indexOf(` ${cue}`)
  if (at < 0) return []
  const end = text.indexOf(' ', at + 1 + cue.length)
  return [text.slice(at + 1, end)]
}

/** Lower case, without accents and signs, one space between words and at both ends. */
function plain(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return ` ${(words ?? []).join(' ')} `
}
