import { expect, it } from 'vitest'
import { uidOfConnection } from './peer.ts'
import { ask, hostForTests } from '../../tests/support/host.ts'

const test = hostForTests()

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1004 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1
   1: 0100007F:C350 0100007F:1004 01 00000000:00000000 00:00000000 00000000  1001        0 12 1
   2: 0100007F:1004 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 13 1
`

it('finds the user at the other end of a connection', () => {
  expect(uidOfConnection(table, 50_000, 4100)).toBe(1001)
})

it('does not take our own end for the other', () => {
  expect(uidOfConnection(table, 4100, 50_000)).toBe(1000)
})

it.each([
  [50_001, 4100],
  [50_000, 4101],
])('knows nothing of other connections (%i to %i)', (from, to) => {
  expect(uidOfConnection(table, from, to)).toBeNull()
  expect(uidOfConnection('', from, to)).toBeNull()
})

it('lets this user in', async () => {
  expect((await ask(test.host.openUrl())).status).toBe(303)
})
