import { useState } from 'react'
import type { CallError } from '#contract/errors.ts'
import type { QuickAdd } from '#contract/quick-add.ts'
import { bridge } from '../../bridge/bridge.ts'
import { offerUndo } from '../../bridge/history.ts'
import { useWrite } from '../../bridge/queries.ts'

/** Why a line was not logged. */
export type Refusal =
  /** It lacks something, or something in it is not understood: the reading says what. */
  | Readonly<{ line: string; kind: 'unclear' }>
  | Readonly<{ line: string; kind: 'error'; error: CallError }>

/** Logs a line. */
export type SavingLine = Readonly<{
  /** Reads the line anew, as the clock may have moved since, and logs it if it is clear. */
  save: (line: string, acceptOverlap?: boolean) => Promise<'logged' | 'unclear' | 'refused'>
  pending: boolean
  refusal: Refusal | null
}>

export function useSaveLine(): SavingLine {
  const { write, pending } = useWrite('sessions.log')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isReading, setReading] = useState(false)
  const busy = pending || isReading

  const save = async (line: string, acceptOverlap = false) => {
    if (busy || line.trim() === '') return 'refused'
    setReading(true)
    const read = await bridge.call('sessions.parse', { text: line })
    setReading(false)
    if (!read.ok) {
      setRefusal({ line, kind: 'error', error: read.error })
      return 'refused'
    }
    if (read.value.session === null) {
      setRefusal({ line, kind: 'unclear' })
      return 'unclear'
    }
    const answer = await write({ ...read.value.session, acceptOverlap })
    if (!answer.ok) {
      setRefusal({ line, kind: 'error', error: answer.error })
      return 'refused'
    }
    setRefusal(null)
    offerUndo(`Logged: ${inWords(read.value)}.`, answer.change)
    return 'logged'
  }
  return { save, pending: busy, refusal }
}

/** What a reading says, in the order of the line and without the note: `1 h 30 min, System design, Yesterday`. */
export function inWords({ chips }: QuickAdd): string {
  return chips
    .filter(({ kind }) => kind !== 'note')
    .map(({ label }) => label)
    .join(', ')
}
