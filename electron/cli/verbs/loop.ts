import type { LoopPlan, LoopRound, LoopWish } from '#contract/loop.ts'
import type { Principle } from '#contract/playbooks.ts'
import { meant } from '../command-line.ts'
import { complain, valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { storyHandle, storyNamed, titleOf } from '../typed-story.ts'
import { defineVerb, type Paint, type Terminal } from '../verb.ts'

/** Assigns stories to the rounds of an interview loop. */
export const loop = defineVerb({
  name: 'loop',
  operands: '',
  takes: [0, 0],
  summary: 'Assign stories to the rounds of an interview loop, none twice',
  details: `For the saved rounds, or suggested ones. One story for each principle of each round; as many
questions as can be get one, and of those assignments the strongest is taken.

Examples
  loopready loop
  loopready loop --rounds "OWN,DR;ET,HDB,EBE" --ready
  loopready loop --lock 2:3fa9c1 --json`,
  options: {
    rounds: {
      type: 'text',
      value: 'LIST',
      help: 'Rounds parted by semicolons, their principles by commas: short heads or ids.',
    },
    save: { type: 'flag', help: 'Keep these rounds.' },
    lock: { type: 'list', value: 'ROUND:STORY', help: 'This story in that round, counted from 1.' },
    exclude: { type: 'list', value: 'ROUND:STORY', help: 'Not this story in that round.' },
    ready: { type: 'flag', help: 'Only stories that are ready or rehearsed.' },
    json: { type: 'flag', help: 'Print JSON.' },
  },
  run: async (terminal, { rounds: typed, save, lock, exclude, ready, json }) => {
    const { engine, print, paint } = terminal
    const principles = valueOf(await engine().call('playbooks.principles', {}))
    const rounds = typed === undefined ? undefined : roundsOf(typed, principles)
    if (save) {
      if (!rounds) return complain('--save keeps what "--rounds" says: give both.')
      valueOf(await engine().call('loop.save', { rounds }))
    }
    const wishes = async (list: readonly string[], option: string) => {
      const found: LoopWish[] = []
      for (const each of list) found.push(await wishOf(terminal, each, option))
      return found
    }
    const plan = valueOf(
      await engine().call('loop.simulate', {
        ...(rounds ? { rounds } : {}),
        locks: await wishes(lock, '--lock'),
        exclude: await wishes(exclude, '--exclude'),
        tellableOnly: ready,
      }),
    )
    print(json ? JSON.stringify(plan, null, 2) : lines(plan, principles, paint))
  },
})

function roundsOf(typed: string, principles: readonly Principle[]): LoopRound[] {
  const rounds = typed
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (rounds.length === 0) complain('--rounds: write at least one round, e.g. "OWN,DR;ET".')
  return rounds.map((round, index) => ({
    name: `Round ${index + 1}`,
    principles: round
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => principleNamed(name, principles)),
  }))
}

function principleNamed(typed: string, principles: readonly Principle[]): string {
  const same = (name: string) => name.toLowerCase() === typed.toLowerCase()
  const found = principles.find(({ id, short, name }) => [id, short, name].some(same))
  return found
    ? found.id
    : complain(
        `--rounds: there is no principle "${typed}".${meant(
          typed.toLowerCase(),
          principles.flatMap(({ id, short }) => [id, short.toLowerCase()]),
        )}`,
      )
}

async function wishOf(terminal: Terminal, typed: string, option: string): Promise<LoopWish> {
  const [, round, story] = /^(\d{1,2}):(.+)$/.exec(typed) ?? []
  if (round === undefined || story === undefined || Number(round) < 1 || Number(round) > 10)
    return complain(`${option}: write the round and the story, e.g. "2:3fa9c1".`)
  const { id } = await storyNamed(terminal, story)
  return { round: Number(round) - 1, principle: null, story: id }
}

function lines(plan: LoopPlan, principles: readonly Principle[], paint: Paint): string {
  const nameOf = (id: string) => principles.find((row) => row.id === id)?.name ?? id
  const rounds = plan.rounds.map(({ name }, index) =>
    [
      paint('bold', `${index + 1}. ${printable(name)}`),
      ...plan.slots
        .filter(({ round }) => round === index)
        .flatMap(({ principle, story, why, locked }) =>
          story
            ? [
                `   ${nameOf(principle)}: ${titleOf(story)} (${storyHandle(story)}, ${story.as}, ${story.status}${locked ? ', locked' : ''})`,
              ]
            : [`   ${nameOf(principle)}: nothing`, `     ${printable(why ?? '')}`],
        ),
    ].join('\n'),
  )
  const unmet = plan.unmet.length > 0 ? [`${plan.unmet.length} of the locks cannot be kept.`] : []
  const spare = plan.spare.length > 0 ? [`Not used: ${plan.spare.map(titleOf).join('; ')}.`] : []
  const answered = `${plan.answered} of ${plan.slots.length} questions have a story of their own.`
  return [...rounds, [answered, ...unmet, ...spare].join('\n')].join('\n\n')
}
