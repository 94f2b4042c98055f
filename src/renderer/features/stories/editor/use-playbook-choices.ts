import { rungLabel } from '#domain/scope-words.ts'
import { useCall, useCalls } from '../../../bridge/queries.ts'

type Choice = Readonly<{ value: string; label: string }>

/** What the playbooks offer to choose from: levels, and the rungs of their scales, the lowest first. */
export function usePlaybookChoices(): Readonly<{
  levels: readonly Choice[]
  stakeholders: readonly Choice[]
  technologies: readonly Choice[]
}> {
  const playbooks = useCall('playbooks.list', {}).data?.playbooks ?? []
  const books = useCalls(
    'playbooks.get',
    playbooks.map(({ id }) => ({ id })),
  )
  const rungs = (dimension: string): readonly Choice[] => {
    const ids = books.flatMap(
      ({ data }) => data?.scope.find(({ id }) => id === dimension)?.rungs ?? [],
    )
    return [...new Set(ids)].map((rung) => ({ value: rung, label: rungLabel(rung) }))
  }
  return {
    levels: playbooks.map(({ id, name }) => ({ value: id, label: name })),
    stakeholders: rungs('stakeholder-level'),
    technologies: rungs('technology-decisions'),
  }
}
