import { valueOf, complain } from '../complaint.ts'
import { defineVerb } from '../verb.ts'

/** Looks whether everything is in order. */
export const doctor = defineVerb({
  name: 'doctor',
  operands: '',
  takes: [0, 0],
  summary: 'Check the data file, the backups, the versions and the space',
  details:
    'Changes nothing. Ends with status 1 when the data file is damaged or the last daily backup failed.',
  options: {
    json: { type: 'flag', help: 'Print JSON: { faults, backups, space, versions, ... }.' },
  },
  run: async ({ engine, print }, { json }) => {
    const { text, ...checkUp } = valueOf(await engine().call('diagnostics.check', {}))
    print(json ? JSON.stringify(checkUp, null, 2) : text.trimEnd())
    if (checkUp.faults.length > 0)
      complain('The data file is damaged. Restore the newest backup: loopready backup --list')
    const { failure } = checkUp.backups
    if (failure !== null)
      complain(`The last daily backup failed. ${failure.message} ${failure.hint ?? ''}`.trimEnd())
  },
})
