import { largestFile } from '#domain/transfer-size.ts'

/** What a client may cost the host. Times in milliseconds, sizes in bytes. */
export type HostLimits = Readonly<{
  /** The largest body of a request, where it is no file. */
  bodyBytes: number
  /** The largest file that is taken for an import. */
  fileBytes: number
  /** All headers of a request together. */
  headerBytes: number
  /** The time in which the headers must arrive. */
  headersMs: number
  /** The time in which the whole request must arrive: ends clients that send a byte now and then. */
  requestMs: number
  /** How long a one-time address can be used. */
  tokenMs: number
  /** The pause between two signs of life on an event stream. */
  heartbeatMs: number
  /** How long another host may take to answer before its file counts as left behind. */
  answerMs: number
  /** How long a stop waits for calls that are still running. */
  stopMs: number
  /** Connections at the same time. */
  connections: number
}>

export const defaultLimits: HostLimits = {
  bodyBytes: 1024 * 1024,
  fileBytes: largestFile,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  tokenMs: 60_000,
  heartbeatMs: 15_000,
  answerMs: 5_000,
  stopMs: 5_000,
  connections: 256,
}
