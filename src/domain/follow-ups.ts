import type { EvidenceFacts } from '#contract/evidence.ts'
import type { StoryContent, StoryPart } from '#contract/story.ts'

/** What a follow-up question digs into: a part of the story, or one of the two prompts beside the parts. */
export type FollowUpTopic = StoryPart | 'alternatives' | 'obstacles'

/** One probing question. */
export type FollowUp = Readonly<{
  topic: FollowUpTopic
  /** 1 is what anybody asks; each further step needs the answer before it. */
  depth: number
  question: string
  /** What in the story makes an interviewer ask it. */
  because: string
}>

/** The figures of the story's result, as far as questions rest on them. */
export type FollowUpFigure = Pick<
  EvidenceFacts,
  'metric' | 'baseline' | 'achieved' | 'unit' | 'period' | 'source'
>

type Facts = StoryContent & Readonly<{ figures: readonly FollowUpFigure[] }>
/** A question that is asked when its condition holds; null where it does not. */
type Rule = (facts: Facts) => Readonly<{ question: string; because: string }> | null

const always =
  (question: string, because: string): Rule =>
  () => ({ question, because })

/** The names of the topics, in the order in which a story is told. */
export const followUpTopics: Readonly<Record<FollowUpTopic, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  alternatives: 'Alternatives',
  obstacles: 'Resistance',
  result: 'Result',
  reflection: 'Reflection',
  growth: 'Growth',
}

/** The ladder of each topic, from the first question to the deepest. */
const ladders: Readonly<Record<FollowUpTopic, readonly Rule[]>> = {
  situation: [
    always('What would have happened if nobody had done anything?', 'It shows what was at stake.'),
    ({ when }) =>
      when === null
        ? {
            question: 'When was that, and how long did it last?',
            because: 'The story names no time.',
          }
        : {
            question: 'Who noticed the problem first, and what did you know before that?',
            because: 'It tells finding a problem from being handed one.',
          },
    ({ peopleAffected }) =>
      peopleAffected === null
        ? null
        : {
            question: `You say that ${whole(peopleAffected)} people were affected. How did you count them?`,
            because: 'A large number invites the question where it is from.',
          },
  ],
  task: [
    always('Why was this yours to do, and not somebody else’s?', 'It asks for your own part.'),
    always(
      'How did you know what success would look like before you began?',
      'A goal that is set afterwards is always met.',
    ),
    ({ budgetUsd }) =>
      budgetUsd === null
        ? null
        : {
            question: `Who gave you the $${whole(budgetUsd)}, and how did you make the case?`,
            because: 'The story has a budget.',
          },
  ],
  action: [
    ({ parts }) =>
      isMostlyWe(parts.action)
        ? {
            question: 'You keep saying “we”. Which of these steps were yours alone?',
            because: 'The action says “we” more often than “I”.',
          }
        : {
            question: 'What was the hardest part of it?',
            because: 'It asks where you had to think.',
          },
    ({ peopleLed }) =>
      peopleLed === null || peopleLed === 0
        ? {
            question: 'Whom did you need for this who did not report to you?',
            because: 'The story names nobody whom you led.',
          }
        : {
            question: `How did you split the work among the ${whole(peopleLed)} people, and why like that?`,
            because: 'The story says how many people you led.',
          },
    ({ teams }) =>
      teams === null || teams < 2
        ? null
        : {
            question: `Which of the ${whole(teams)} teams was the hardest to win, and what moved it?`,
            because: 'The story spans several teams.',
          },
    ({ technologyLevel }) =>
      technologyLevel === null
        ? null
        : {
            question: 'Take me one level deeper into the technology. What would have broken first?',
            because: 'The story rests on a technical decision.',
          },
  ],
  alternatives: [
    ({ alternatives }) =>
      alternatives.trim() === ''
        ? {
            question: 'Which other ways did you consider?',
            because: 'The story names no alternatives.',
          }
        : {
            question: 'Why did you drop the other ways that you considered?',
            because: 'The story names alternatives.',
          },
    always(
      'What would have had to be true for you to choose another way?',
      'It tests whether the choice was one.',
    ),
  ],
  obstacles: [
    ({ obstacles }) =>
      obstacles.trim() === ''
        ? {
            question: 'What resistance did you meet?',
            because: 'The story names no obstacles.',
          }
        : {
            question: 'Who was against it, and what was right about their view?',
            because: 'The story names obstacles.',
          },
    ({ highestStakeholder }) =>
      highestStakeholder === null
        ? {
            question: 'Whom did you have to tell when it was not going well?',
            because: 'The story names no stakeholder.',
          }
        : {
            question: `What did the ${spoken(highestStakeholder)} ask you, and what did you answer?`,
            because: 'It is the highest stakeholder of the story.',
          },
    ({ durationMonths }) =>
      durationMonths === null || durationMonths < 2
        ? null
        : {
            question: `Where did you stand half way through the ${trimmed(durationMonths)} months, and what did you change then?`,
            because: 'A long project seldom goes as planned.',
          },
  ],
  result: [
    ({ figures: [figure] }) =>
      figure === undefined
        ? {
            question: 'Which number shows that it worked?',
            because: 'The story has no figure.',
          }
        : {
            question: `How was “${figure.metric}” measured${figure.source.trim() === '' ? '' : ', and who else could look it up'}?`,
            because: 'It is the first figure of the result.',
          },
    ({ figures: [figure] }) => {
      if (figure === undefined) return null
      if (figure.baseline === null)
        return {
          question: `What was “${figure.metric}” before you began?`,
          because: 'The figure has no baseline.',
        }
      if (figure.achieved === null) return null
      return {
        question: `From ${amount(figure.baseline, figure.unit)} to ${amount(figure.achieved, figure.unit)}: how much of that would have come without you?`,
        because: 'The figure has a before and an after.',
      }
    },
    ({ figures: [figure] }) =>
      figure !== undefined && figure.period.trim() === ''
        ? {
            question: `Over what time was “${figure.metric}” reached?`,
            because: 'The figure names no period.',
          }
        : {
            question: 'What got worse because of it?',
            because: 'Hardly any gain is free.',
          },
    always('Where does that number stand today?', 'It tells a lasting result from a spike.'),
  ],
  reflection: [
    always('What would you change if you did it again?', 'Every interviewer asks it.'),
    always('Which signal did you overlook at the time?', 'It asks for more than a smooth lesson.'),
    ({ parts }) =>
      parts.reflection.trim() === ''
        ? {
            question: 'What did you learn about yourself?',
            because: 'The story has no reflection yet.',
          }
        : {
            question: 'When have you acted on that lesson since?',
            because: 'A lesson counts when it was used.',
          },
  ],
  growth: [
    ({ parts }) =>
      parts.growth.trim() === ''
        ? {
            question: 'Where have you used this since?',
            because: 'The story has no growth yet.',
          }
        : {
            question: 'Who took it over without being asked?',
            because: 'It tells influence from instruction.',
          },
    always('What is left of it now that you have moved on?', 'It asks what outlasts you.'),
  ],
}

/**
 * The follow-up questions that a story invites, by our own rules from its fields: topic by topic in the order of the
 * telling, each from the surface down. The same story always gives the same questions.
 */
export function followUpsOf(
  content: StoryContent,
  figures: readonly FollowUpFigure[],
): readonly FollowUp[] {
  // The keys of a record that is complete by its type.
  return (Object.keys(ladders) as FollowUpTopic[]).flatMap((topic) =>
    ladders[topic]
      .flatMap((rule) => rule({ ...content, figures }) ?? [])
      .map((asked, at) => ({ topic, depth: at + 1, ...asked })),
  )
}

/** Whether a text says "we" more than twice as often as "I". */
function isMostlyWe(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const we = count(/\b(?:we|our|us)\b/gi)
  return we > 2 && we > 2 * count(/\b(?:I|my|me)\b/g)
}

/** A whole number with commas, the same on every machine. */
function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(1)))
}

function amount(value: number, unit: string): string {
  const number = Math.abs(value) >= 10_000 ? whole(value) : String(value)
  return unit.trim() === '' ? number : `${number} ${unit.trim()}`
}

/** A rung of the stakeholder scale within a sentence: `vp` is "VP", `c-level` is "C-level executive". */
function spoken(rung: string): string {
  const known: Readonly<Record<string, string>> = {
    vp: 'VP',
    svp: 'SVP',
    'c-level': 'C-level executive',
  }
  return known[rung] ?? rung.replaceAll('-', ' ')
}
