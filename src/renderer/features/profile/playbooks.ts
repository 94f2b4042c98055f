import type { OutputOf } from '#contract/index.ts'
import type { Playbook } from '#contract/playbooks.ts'
import { useCall, useCalls } from '../../bridge/queries.ts'

/** Every playbook that can be a target, whole; undefined until all of them are read. */
export function usePlaybooks():
  | Readonly<{
      playbooks: readonly Playbook[]
      problems: OutputOf<'playbooks.list'>['problems']
    }>
  | undefined {
  const { data: list } = useCall('playbooks.list', {})
  const readings = useCalls(
    'playbooks.get',
    (list?.playbooks ?? []).map(({ id }) => ({ id })),
  )
  if (list === undefined || readings.some(({ pending }) => pending)) return undefined
  return {
    playbooks: readings.flatMap(({ data }) => (data === undefined ? [] : [data])),
    problems: list.problems,
  }
}
