import type { CheckUp } from '#contract/diagnostics.ts'
import { formatCount } from '#domain/readable.ts'
import { bytesText, momentText } from './words.ts'

/** One line of the result. */
export type Finding = Readonly<{ key: string; text: string; isWrong: boolean }>

/** Below this many bytes free, the next backup or import may not find room. */
const littleSpace = 500_000_000

/** What a check-up found, in plain words, each with what to do where something is wrong. */
export function checkUpFindings(found: CheckUp): readonly Finding[] {
  const { faults, backups, encryption, space, brokenPlaybooks, networkDrive, versions, log } = found
  const isDamaged = faults.length > 0
  const isTight = space.free !== null && space.free < littleSpace
  return [
    {
      key: 'file',
      isWrong: isDamaged,
      text: isDamaged
        ? 'The data file is damaged. Close Loopready and start it again: it sets the file aside, reads what can be read and offers the newest backup that is whole.'
        : 'The data file is whole: every page, every index, every reference.',
    },
    {
      key: 'backups',
      isWrong: backups.count === 0,
      text:
        backups.newestAt === null
          ? 'There is no backup yet. Make one above.'
          : `${formatCount(backups.count, { one: 'backup', many: 'backups' })}, the newest of ${momentText(backups.newestAt)}.`,
    },
    ...(backups.failure === null
      ? []
      : [
          {
            key: 'backup-failed',
            isWrong: true,
            text: `The last daily backup failed on ${momentText(backups.failure.at)}. ${backups.failure.message} ${backups.failure.hint ?? ''}`.trimEnd(),
          },
        ]),
    ...(encryption === 'no-key' || encryption === 'unknown'
      ? [
          {
            key: 'encryption',
            isWrong: true,
            text:
              encryption === 'no-key'
                ? 'The key file of encrypted backups is missing or damaged, so no backup is made. See Encryption above.'
                : 'Whether backups are to be encrypted cannot be read, so none is made. See Encryption above.',
          },
        ]
      : []),
    {
      key: 'space',
      isWrong: isTight,
      text:
        space.free === null
          ? `Your data takes ${bytesText(space.data)}.`
          : `${bytesText(space.free)} free on the disk${isTight ? ': little for the next backups. Free some space.' : '.'}`,
    },
    ...(networkDrive === null
      ? []
      : [
          {
            key: 'drive',
            isWrong: true,
            text: `The data folder is on a network drive (${networkDrive}). There, two computers at once can damage the file. Keep the folder on this computer, and the backups on the drive.`,
          },
        ]),
    ...(brokenPlaybooks === 0
      ? []
      : [
          {
            key: 'playbooks',
            isWrong: true,
            text: `${formatCount(brokenPlaybooks, { one: 'playbook file', many: 'playbook files' })} cannot be used. The profile says why where you choose the level.`,
          },
        ]),
    {
      key: 'log',
      isWrong: false,
      text:
        log.length === 0
          ? 'The log has no warnings or errors.'
          : `The log has ${formatCount(log.length, { one: 'recent line', many: 'recent lines' })}; “Copy diagnostics” shows them.`,
    },
    {
      key: 'versions',
      isWrong: false,
      text: `Loopready ${versions.app}, schema ${versions.schema}, SQLite ${versions.sqlite}, ${versions.system}.`,
    },
  ]
}
