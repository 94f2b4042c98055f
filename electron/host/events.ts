import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JobProgress } from '#contract/bridge.ts'
import type { Noun } from '#contract/call.ts'

/** The event streams of all open pages. */
export type Events = Readonly<{
  /** Answers a request with a stream that stays open. */
  open(req: IncomingMessage, res: ServerResponse): void
  /** Tells every page which nouns changed. */
  changed(nouns: readonly Noun[]): void
  /** Tells how far a job is; its page knows it by its id. */
  progress(progress: JobProgress): void
  /** Ends all streams. */
  close(): void
}>

/** What a page that stopped reading may leave unread before its stream is cut; it then reconnects and catches up. */
const MOST_UNREAD_BYTES = 256 * 1024

/**
 * Server-Sent Events. Each change has a number as its id; a page that lost its stream names the last one it saw when
 * it reconnects, and is told at once what changed since, so that nothing is missed while a laptop sleeps.
 */
export function createEvents(heartbeatMs: number): Events {
  const streams = new Set<ServerResponse>()
  const changedAt = new Map<Noun, number>()
  let number = 0

  const write = (text: string) => {
    for (const stream of streams) {
      stream.write(text)
      if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy()
    }
  }
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs)
  heartbeat.unref()

  return {
    open(req, res) {
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      })
      const missed = changesSince(changedAt, lastSeen(req))
      // An id alone is no event, but the browser remembers it.
      res.write(`retry: 1000\nid: ${number}\n\n`)
      if (missed.length > 0) res.write(changeEvent(number, missed))
      streams.add(res)
      res.once('close', () => streams.delete(res))
    },
    changed(nouns) {
      number += 1
      for (const noun of nouns) changedAt.set(noun, number)
      write(changeEvent(number, nouns))
    },
    progress(progress) {
      write(`event: job-progress\ndata: ${JSON.stringify(progress)}\n\n`)
    },
    close() {
      clearInterval(heartbeat)
      for (const stream of streams) stream.end()
      streams.clear()
    },
  }
}

function changeEvent(number: number, nouns: readonly Noun[]): string {
  return `id: ${number}\nevent: change\ndata: ${JSON.stringify(nouns)}\n\n`
}

/** The number of the last change that a reconnecting page saw; null for a page that opens its first stream. */
function lastSeen(req: IncomingMessage): number | null {
  const id = req.headers['last-event-id']
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : null
}

function changesSince(changedAt: ReadonlyMap<Noun, number>, seen: number | null): readonly Noun[] {
  if (seen === null) return []
  return [...changedAt].filter(([, number]) => number > seen).map(([noun]) => noun)
}
