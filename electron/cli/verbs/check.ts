import type { ChecklistState } from '#contract/checklist.ts'
import type { InputOf } from '#contract/index.ts'
import type { ProofInput } from '#contract/proof.ts'
import { checklistStates } from '#domain/checklist.ts'
import { meant } from '../command-line.ts'
import { complain, valueOf } from '../complaint.ts'
import { changedItem, checklistText } from '../text/checklist-text.ts'
import { namedOne } from '../typed-item.ts'
import { sessionNamed } from '../typed-session.ts'
import { storyNamed } from '../typed-story.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Lists the checklist of the level, or says how an item of it stands and what proves it. */
export const check = defineVerb({
  name: 'check',
  operands: '[<item>]',
  takes: [0, 12],
  summary: 'List the checklist, or set an item and what proves it',
  details: `An item is named by its id, as "loopready check" lists it, or by words of its text.
States: ${checklistStates.join(', ')}. The last one needs a story.

Evidence: story:ID and session:ID (as "stories" and "sessions" list them), file:NAME, a web address, or any words.
All that is given is one step for undo.

Examples
  loopready check
  loopready check monitoring --state shown --evidence "Pager load halved, see the review"
  loopready check hiring --state shown-with-story --evidence story:3fa9c1 --confidence 4`,
  options: {
    state: { type: 'text', value: 'STATE', help: `One of ${checklistStates.join(', ')}.` },
    evidence: { type: 'list', value: 'EVIDENCE', help: 'What proves it; may be repeated.' },
    confidence: { type: 'text', value: 'N', help: 'How sure you are, 1 to 5, or none.' },
    note: { type: 'text', value: 'TEXT', help: 'A note, dated today.' },
    json: { type: 'flag', help: 'Print JSON: the checklist, or the item.' },
  },
  run: async (terminal, given, operands) => {
    const { engine, print, paint } = terminal
    const { state, evidence, confidence, note, json } = given
    const checklist = valueOf(await engine().call('checklist.get', {}))
    if (operands.length === 0) {
      if (
        state !== undefined ||
        evidence.length > 0 ||
        confidence !== undefined ||
        note !== undefined
      )
        complain('Say which item. "loopready check" lists them.')
      print(
        json
          ? JSON.stringify(checklist, null, 2)
          : checklistText(checklist.groups, checklist.progress, paint),
      )
      return
    }
    const items = checklist.groups.flatMap((group) =>
      group.items.map(({ item, text }) => ({ id: item, text })),
    )
    const { id: item } = namedOne(operands.join(' '), items, 'item', 'loopready check')
    const proofs: ProofInput[] = []
    for (const typed of evidence) proofs.push(await proofOf(terminal, typed))
    const input: InputOf<'checklist.update'> = {
      item,
      ...(state === undefined ? {} : { state: stateNamed(state) }),
      ...(confidence === undefined ? {} : { confidence: confidenceOf(confidence) }),
      ...(proofs.length === 0 ? {} : { proofs }),
      ...(note === undefined ? {} : { note: { text: note } }),
    }
    const { row } = valueOf(await engine().call('checklist.update', input))
    print(json ? JSON.stringify(row, null, 2) : changedItem(row))
  },
})

function stateNamed(typed: string): ChecklistState {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '-')
  return (
    checklistStates.find((state) => state === wanted) ??
    complain(
      `--state: there is no state "${typed}".${meant(wanted, checklistStates)} Choose one of ${checklistStates.join(', ')}.`,
    )
  )
}

function confidenceOf(typed: string): number | null {
  if (typed.toLowerCase() === 'none') return null
  return /^[1-5]$/.test(typed)
    ? Number(typed)
    : complain('--confidence: write 1, 2, 3, 4, 5 or none.')
}

/** What was typed as evidence: where a prefix or a web address says so, that; else the words themselves. */
async function proofOf(terminal: Terminal, typed: string): Promise<ProofInput> {
  const [, kind = '', rest = ''] = /^(story|session|file):(.*)$/s.exec(typed) ?? []
  if (kind === 'story') return { kind, story: (await storyNamed(terminal, rest)).id }
  if (kind === 'session') return { kind, session: (await sessionNamed(terminal, rest)).id }
  if (kind === 'file') return { kind, text: rest }
  return /^https?:\/\//.test(typed) ? { kind: 'link', text: typed } : { kind: 'text', text: typed }
}
