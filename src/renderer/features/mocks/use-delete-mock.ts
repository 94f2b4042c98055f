import type { Mock } from '#contract/mocks.ts'
import { tellOutcome } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'
import { forgetEditor } from './open-scorecards.ts'

/** Moves an interview to the trash and offers to undo it; answers whether it was. */
export function useDeleteMock(): (mock: Mock) => Promise<boolean> {
  const { write } = useWrite('mocks.remove')
  return async (mock) => {
    const answer = await write({ ids: [mock.id] })
    if (answer.ok) forgetEditor(mock.id)
    tellOutcome(answer, 'Mock interview deleted.')
    return answer.ok
  }
}
