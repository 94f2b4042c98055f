import { describe, expect, it } from 'vitest'
import { networkDriveIn } from './network-drive.ts'

const mounts = `/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw,relatime 0 0
/dev/sdb1 /home/ada/local xfs rw 0 0
//nas/my\\040files /mnt/my\\040files cifs rw 0 0
ada@host: /home/ada/remote fuse.sshfs rw 0 0
tmpfs /mnt/both tmpfs rw 0 0
server:/both /mnt/both nfs rw 0 0
`

describe('a network drive', () => {
  it.each([
    ['/home/ada/.local/share/loopready', 'nfs4'],
    ['/home', 'nfs4'],
    ['/home/ada/local/loopready', null],
    ['/home/ada/localx/loopready', 'nfs4'],
    ['/home/ada/remote/data', 'fuse.sshfs'],
    ['/mnt/my files/loopready', 'cifs'],
    ['/mnt/both/data', 'nfs'],
    ['/homes/data', null],
    ['/var/data', null],
  ])('holds %s: %j', (folder, type) => {
    expect(networkDriveIn(mounts, folder)).toBe(type)
  })

  it.each(['vboxsf', 'prl_fs', 'fuse.vmhgfs-fuse', 'lustre'])(
    'is also a folder of the host that a virtual machine sees, or of a cluster: %s',
    (type) => {
      expect(networkDriveIn(`share /mnt/share ${type} rw 0 0`, '/mnt/share/data')).toBe(type)
      expect(networkDriveIn(`share /mnt/share ${type}x rw 0 0`, '/mnt/share/data')).toBeNull()
    },
  )

  it('is none where the table says nothing', () => {
    expect(networkDriveIn('', '/home')).toBeNull()
    expect(networkDriveIn('nonsense\n\n a b', '/home')).toBeNull()
  })
})
