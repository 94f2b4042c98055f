import type { Playbook } from '#contract/playbooks.ts'
import { decimals } from '#domain/readable.ts'
import { valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { table } from '../text/table.ts'
import { defineVerb, type Terminal } from '../verb.ts'

/** Lists the names that sessions are logged under. */
export const categories = defineVerb({
  name: 'categories',
  operands: '',
  takes: [0, 0],
  summary: 'List the categories that time is logged under',
  details: 'Lists those of your level; before "loopready init", those of every level.',
  options: { json: { type: 'flag', help: 'Print JSON: level, slug, name, share (0-1), hours.' } },
  run: async (terminal, { json }) => {
    const playbooks = await playbooksToShow(terminal)
    if (json) {
      terminal.print(JSON.stringify(playbooks.flatMap(plain), null, 2))
      return
    }
    const { paint } = terminal
    terminal.print(
      playbooks
        .map((playbook) =>
          [
            paint('bold', headingOf(playbook)),
            ...table(
              playbook.plan.categories.map((category) => [
                category.slug,
                `${decimals(category.share, 0)} %`,
                `${category.hours.approximate ? '~' : ''}${decimals(category.hours.min, 0)} h`,
                printable(category.name),
              ]),
              ['left', 'right', 'right', 'left'],
            ).map((line) => `  ${line}`),
          ].join('\n'),
        )
        .join('\n\n'),
    )
  },
})

/** The playbook of the profile's level, or all of them while there is no profile. */
async function playbooksToShow({ engine }: Terminal): Promise<Playbook[]> {
  const { profile } = valueOf(await engine().call('profile.get', {}))
  const ids = profile
    ? [profile.level]
    : valueOf(await engine().call('playbooks.list', {})).playbooks.map(({ id }) => id)
  const found: Playbook[] = []
  for (const id of ids) found.push(valueOf(await engine().call('playbooks.get', { id })))
  return found
}

function headingOf({ id, name }: Playbook): string {
  return name.includes(id) ? printable(name) : `${id}: ${printable(name)}`
}

function plain({ id, plan }: Playbook) {
  return plan.categories.map(({ slug, name, share, hours }) => ({
    level: id,
    slug,
    name,
    share: share / 100,
    hours: hours.min,
  }))
}
