import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { QuickAdd } from '#contract/quick-add.ts'
import { useCall } from '../../bridge/queries.ts'
import { useSettled } from '../../ui/use-settled.ts'

/** How long the line must rest before it is read, in milliseconds. */
const RESTS_MS = 80
/** "Yesterday" and "now" move with the clock. */
const READ_AGAIN_MS = 60_000

/** What a line is understood as. */
export type LineReading = Readonly<{
  /** The newest reading; while one is on its way, the one before. Undefined for an empty line. */
  reading: QuickAdd | undefined
  /** Whether it is the reading of the line as it stands. */
  isCurrent: boolean
  error: CallError | null
}>

/** Reads a line while it is typed. An answer to an older text is never taken for one to the newer. */
export function useReading(line: string): LineReading {
  const settled = useSettled(line, RESTS_MS)
  const isBlank = line.trim() === ''
  const { data, error } = useCall(
    'sessions.parse',
    { text: settled },
    { enabled: settled.trim() !== '', everyMs: READ_AGAIN_MS },
  )
  const [last, setLast] = useState<QuickAdd>()
  if (data !== undefined && data !== last) setLast(data)
  if (isBlank && settled === line && last !== undefined) setLast(undefined)
  return {
    reading: isBlank || error !== null ? undefined : (data ?? last),
    isCurrent: data !== undefined && settled === line,
    error: isBlank ? null : error,
  }
}
