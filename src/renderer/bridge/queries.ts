import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  type Query,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Noun } from '#contract/call.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { CallName, CallNameOf, InputOf, OutputOf } from '#contract/index.ts'
import { bridge } from './bridge.ts'

/** What readiness rests on, and with it the status. */
const everythingRecorded: readonly Noun[] = [
  'plan',
  'sessions',
  'profile',
  'playbooks',
  'stories',
  'evidence',
  'checklist',
  'metrics',
  'coverage',
  'rehearsals',
  'mocks',
]

/** The nouns whose changes stand in the history: also those on which no score rests. */
const undoable: readonly Noun[] = [
  ...everythingRecorded,
  'trash',
  'timer',
  'loop',
  'questions',
  'scope',
  'report',
]

/**
 * The nouns whose data each read shows: when a notice names one of them, the read is made again. A read that is
 * missing here does not compile.
 */
const nounsReadBy = {
  'profile.get': ['profile'],
  'profile.previewSwitch': ['profile', 'sessions', 'plan', 'playbooks'],
  'playbooks.list': ['playbooks'],
  'playbooks.get': ['playbooks'],
  'playbooks.principles': ['playbooks'],
  'playbooks.shelf': [
    'playbooks',
    'profile',
    'sessions',
    'checklist',
    'metrics',
    'stories',
    'plan',
  ],
  'playbooks.text': ['playbooks'],
  'playbooks.template': ['playbooks'],
  'playbooks.validate': ['playbooks'],
  'sessions.get': ['sessions'],
  'sessions.find': ['sessions', 'plan', 'trash'],
  'sessions.outline': ['sessions'],
  'sessions.page': ['sessions'],
  'sessions.parse': ['profile', 'playbooks'],
  'plan.status': everythingRecorded,
  'readiness.get': everythingRecorded,
  'next.list': everythingRecorded,
  'forecast.get': ['plan', 'sessions', 'profile', 'playbooks', 'stories'],
  'forecast.replan': ['plan', 'sessions', 'profile', 'playbooks'],
  'timer.get': ['timer', 'profile', 'playbooks'],
  'stories.list': ['stories'],
  'stories.settings': ['stories'],
  'stories.exportMarkdown': ['stories', 'evidence'],
  'stories.get': ['stories'],
  'stories.versions': ['stories'],
  'stories.version': ['stories'],
  'stories.diff': ['stories', 'evidence'],
  'stories.find': ['stories', 'playbooks'],
  'stories.previewImport': ['stories', 'evidence'],
  'stories.check': ['stories', 'evidence', 'playbooks', 'profile'],
  'stories.checkAll': ['stories', 'evidence', 'playbooks', 'profile'],
  'coverage.get': ['coverage', 'stories', 'playbooks'],
  'loop.get': ['loop'],
  'loop.simulate': ['loop', 'stories', 'playbooks'],
  'evidence.list': ['evidence', 'stories'],
  'evidence.conflicts': ['evidence'],
  'checklist.get': [
    'checklist',
    'stories',
    'evidence',
    'sessions',
    'profile',
    'playbooks',
    'trash',
  ],
  'metrics.get': ['metrics', 'stories', 'evidence', 'sessions', 'profile', 'playbooks', 'trash'],
  'scope.get': ['scope', 'stories', 'profile', 'playbooks'],
  'formula.get': [
    'checklist',
    'metrics',
    'stories',
    'evidence',
    'sessions',
    'plan',
    'profile',
    'playbooks',
  ],
  'trash.list': [
    'trash',
    'sessions',
    'stories',
    'evidence',
    'rehearsals',
    'mocks',
    'questions',
    'checklist',
  ],
  'history.list': undoable,
  'history.peek': undoable,
  'backups.list': ['backups'],
  'report.settings': ['report', 'profile', 'stories', 'mocks'],
  'backups.state': ['backups'],
  'rehearsals.list': ['rehearsals', 'stories', 'sessions'],
  'rehearsals.due': ['rehearsals', 'stories', 'profile'],
  'rehearsals.recordings': ['rehearsals', 'stories', 'trash'],
  'rehearsals.recording': ['rehearsals'],
  'mocks.list': ['mocks', 'sessions'],
  'mocks.get': ['mocks', 'sessions'],
  'questions.list': ['questions', 'playbooks'],
  'questions.results': ['questions', 'stories'],
} satisfies Record<CallNameOf<'read'>, readonly Noun[]>

/** Carries an error value through the query library, which knows failure only as something thrown. */
class CallFailure extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(error.message)
    this.error = error
  }
}

/** A read as a component sees it. */
export type Reading<T> = Readonly<{
  /** The latest answer; it stays while a newer one is on its way, and when that fails. */
  data: T | undefined
  /** When that answer came, in epoch milliseconds; 0 before there is one. */
  answeredAtMs: number
  /** Why there is no newer answer. */
  error: CallError | null
  /** True while there is nothing to show yet. */
  pending: boolean
  retry: () => void
  /**
   * Asks now, for who goes on from what was just written and cannot wait for the notice of it. Resolves once the answer
   * is `data` wherever it is read; undefined where there is none.
   */
  again: () => Promise<T | undefined>
}>

export type ReadOptions = Readonly<{
  /** False: not yet. */
  enabled?: boolean
  /** Asks again after so many milliseconds, for what changes with time alone. */
  everyMs?: number
  /** While the answer for another input is on its way, the one before stays on show: typing never blanks a list. */
  keepsLast?: boolean
}>

/** Reads through the contract. The same name and input are asked once, however many components want them. */
export function useCall<N extends CallNameOf<'read'>>(
  name: N,
  input: InputOf<N>,
  { enabled = true, everyMs, keepsLast = false }: ReadOptions = {},
): Reading<OutputOf<N>> {
  return readingOf(
    useQuery({
      ...queryOf(name, input),
      enabled,
      ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
      ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
    }),
  )
}

/** The same read with several inputs, e.g. the stretches of a list that are in sight. */
export function useCalls<N extends CallNameOf<'read'>>(
  name: N,
  inputs: readonly InputOf<N>[],
): readonly Reading<OutputOf<N>>[] {
  return useQueries({ queries: inputs.map((input) => queryOf(name, input)) }).map(readingOf)
}

function queryOf<N extends CallNameOf<'read'>>(name: N, input: InputOf<N>) {
  return queryOptions<OutputOf<N>, CallFailure>({
    queryKey: [name, input],
    queryFn: async () => {
      const answer = await bridge.call(name, input)
      if (!answer.ok) throw new CallFailure(answer.error)
      return answer.value
    },
  })
}

function readingOf<T>(query: UseQueryResult<T, CallFailure>): Reading<T> {
  return {
    data: query.data,
    answeredAtMs: query.dataUpdatedAt,
    error: query.error?.error ?? null,
    pending: query.isPending,
    retry: () => void query.refetch(),
    again: async () => {
      const { isSuccess, data } = await query.refetch()
      return isSuccess ? data : undefined
    },
  }
}

/** A write as a component sees it. */
export type Writing<N extends CallName> = Readonly<{
  /** Makes the call and answers with its result; it never rejects. */
  write: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>
  /** True from the call to its answer. */
  pending: boolean
}>

/** Writes through the contract. What is on show follows by the change notice, not from here. */
export function useWrite<N extends CallNameOf<'write'>>(name: N): Writing<N> {
  const [pending, setPending] = useState(false)
  const running = useRef(0)
  const write = useCallback(
    async (input: InputOf<N>) => {
      running.current += 1
      setPending(true)
      const answer = await bridge.call(name, input)
      running.current -= 1
      setPending(running.current > 0)
      return answer
    },
    [name],
  )
  return { write, pending }
}

/** Makes the cache of reads and keeps it true to the change notices. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // The engine is on this machine: being offline means nothing, and an error is an answer.
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
  bridge.onChange((nouns) => {
    void readAgain(client, ({ queryKey: [name] }) =>
      nounsReadBy[name as CallNameOf<'read'>].some((noun) => nouns.includes(noun)),
    )
  })
  bridge.onConnection((connected) => {
    // Whatever changed while nobody could tell.
    if (connected) void readAgain(client, () => true)
  })
  return client
}

/** Asks again for what is on show and may not be so any more. */
async function readAgain(client: QueryClient, isOutdated: (query: Query) => boolean) {
  // A first answer on its way may be from before the change, and would be taken for a new one.
  await client.cancelQueries({
    predicate: (query) => query.state.data === undefined && isOutdated(query),
  })
  await client.invalidateQueries({ predicate: isOutdated })
}
