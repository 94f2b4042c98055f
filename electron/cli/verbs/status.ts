import type { Status } from '#contract/plan.ts'
import { valueOf } from '../complaint.ts'
import { statusText } from '../text/status-text.ts'
import { defineVerb } from '../verb.ts'

/** Says where the hours went against the plan. */
export const status = defineVerb({
  name: 'status',
  operands: '',
  takes: [0, 0],
  summary: 'Show where you stand against the plan',
  options: {
    json: { type: 'flag', help: 'Print the status object, a public interface: docs/STATUS.md.' },
  },
  run: async ({ engine, print, paint }, { json }) => {
    const found: Status = valueOf(await engine().call('plan.status', {}))
    print(json ? JSON.stringify(found, null, 2) : statusText(found, paint))
  },
})
