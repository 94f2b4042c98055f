import type { CheckUp } from '#contract/diagnostics.ts'
import { decimals } from '#domain/readable.ts'

/** A check-up as text to copy: sizes, versions and what went wrong; no path and no text of the person's. */
export function checkUpText(checkUp: Omit<CheckUp, 'text'>): string {
  const { versions, space, backups, faults, log } = checkUp
  const lines = [
    `Loopready ${versions.app}, schema ${versions.schema}, SQLite ${versions.sqlite}, Node ${versions.node}`,
    `System: ${versions.system}`,
    `Checked: ${checkUp.checkedAt}`,
    faults.length === 0 ? 'Data file: whole' : `Data file: DAMAGED (${faults.join('; ')})`,
    `Data ${megabytes(space.data)}, backups ${megabytes(space.backups)}, recordings ${megabytes(space.recordings)}, other files ${megabytes(space.rest)}, free ${space.free === null ? 'unknown' : megabytes(space.free)}`,
    ...(checkUp.networkDrive === null
      ? []
      : [`The data folder is on a network drive (${checkUp.networkDrive}), where it is not safe`]),
    `Backups: ${backups.count}, newest ${backups.newestAt ?? 'none'}; encryption: ${encryptionWords[checkUp.encryption]}`,
    ...(backups.failure === null
      ? []
      : [`The last daily backup FAILED on ${backups.failure.at}; the page Safety says why`]),
    `Playbook files that cannot be used: ${checkUp.brokenPlaybooks}`,
    log.length === 0 ? 'Log: no warnings or errors' : 'Log, newest last:',
    ...log.map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

const encryptionWords: Readonly<Record<CheckUp['encryption'], string>> = {
  on: 'on',
  off: 'off',
  'no-key': 'on, but the KEY FILE IS MISSING and none is made',
  unknown: 'CANNOT BE READ and none is made',
}

function megabytes(bytes: number): string {
  return `${decimals(bytes / 1_000_000, 1)} MB`
}
