import type { CommandId } from '#contract/bridge.ts'

/** How long a command waits for the page, in milliseconds. A later one would surprise. */
const PATIENCE_MS = 5000

export type CommandGate = Readonly<{
  /** Whether the page listens. */
  isOpen(): boolean
  /** Sends a command to the page, now or as soon as the page listens. */
  give(command: CommandId): void
  /** The page listens: what waited is sent. */
  open(): void
  /** The page is gone or being loaded anew. */
  shut(): void
}>

/**
 * Holds menu commands back until the page listens to them. Without it, "New Session" chosen from the tray while no
 * window is open would make a window and then be lost, because a message to a page that is still loading goes nowhere.
 * A command that waited too long is dropped: the page of a first run does not listen until the profile is made.
 */
export function createCommandGate(
  send: (command: CommandId) => void,
  nowMs: () => number = () => performance.now(),
): CommandGate {
  let isOpen = false
  let waiting: Readonly<{ command: CommandId; since: number }>[] = []
  return {
    isOpen: () => isOpen,
    give(command) {
      if (isOpen) send(command)
      else waiting.push({ command, since: nowMs() })
    },
    open() {
      isOpen = true
      const given = waiting
      waiting = []
      for (const { command, since } of given) if (nowMs() - since <= PATIENCE_MS) send(command)
    },
    shut() {
      isOpen = false
    },
  }
}
