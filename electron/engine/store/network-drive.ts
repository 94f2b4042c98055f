import { readFileSync, realpathSync } from 'node:fs'

/** File systems whose locks and shared memory SQLite's write-ahead log cannot rely on. */
const networkTypes =
  /^(?:nfs4?|cifs|smb3?|smbfs|afs|ncpfs|9p|ceph|glusterfs|lustre|vboxsf|prl_fs|fuse\.(?:sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|vmhgfs-fuse))$/

/**
 * The type of the network drive that holds a folder, by the text of `/proc/mounts`; null for a disk of this computer.
 * `folder` is absolute and holds no links.
 */
export function networkDriveIn(mounts: string, folder: string): string | null {
  const holding = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([, place, type]) =>
      place === undefined || type === undefined ? [] : [{ place: unescaped(place), type }],
    )
    .filter(({ place }) => isWithin(folder, place))
    // The last of the longest: what was mounted over it hides it.
    .reduce<Mount | null>(
      (best, mount) => (best === null || mount.place.length >= best.place.length ? mount : best),
      null,
    )
  return holding !== null && networkTypes.test(holding.type) ? holding.type : null
}

type Mount = Readonly<{ place: string; type: string }>

/** The same for a folder of this computer. Null where the system does not tell: only Linux does. */
export function networkDriveOf(folder: string): string | null {
  if (process.platform !== 'linux') return null
  try {
    return networkDriveIn(readFileSync('/proc/mounts', 'utf8'), realpathSync(folder))
  } catch {
    return null
  }
}

function isWithin(folder: string, place: string): boolean {
  const base = place.endsWith('/') ? place : `${place}/`
  return `${folder}/`.startsWith(base)
}

/** Spaces and such stand in the table as their octal numbers. */
function unescaped(place: string): string {
  return place.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}
