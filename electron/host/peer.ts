import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'

/**
 * Whether the program at the other end of a connection belongs to another user of this machine. Stops a race: the
 * one-time address stands in the arguments of the browser that is being started, where every user can read it (`ps`),
 * and use it up first. Only Linux tells (`/proc/net/tcp`); elsewhere, and when it does not say, the answer is false.
 * The system administrator could read our files anyway and is not kept out.
 */
export async function isAnotherUser(socket: Socket): Promise<boolean> {
  const ourUid = process.getuid?.()
  const { remotePort, localPort } = socket
  if (process.platform !== 'linux' || ourUid === undefined) return false
  if (remotePort === undefined || localPort === undefined) return false
  const table = await readFile('/proc/net/tcp', 'latin1').catch(() => '')
  const uid = uidOfConnection(table, remotePort, localPort)
  return uid !== null && uid !== 0 && uid !== ourUid
}

/** The user id that owns the loopback connection between two ports, from the text of `/proc/net/tcp`; null: not there. */
export function uidOfConnection(table: string, fromPort: number, toPort: number): number | null {
  const from = `0100007F:${hexPort(fromPort)}`
  const to = `0100007F:${hexPort(toPort)}`
  for (const line of table.split('\n')) {
    const columns = line.trim().split(/\s+/)
    if (columns[1] === from && columns[2] === to) return Number(columns[7])
  }
  return null
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0')
}
