import type {
  Bridge,
  ChosenStoryFile,
  JobProgress,
  PageJob,
  ReceivedFile,
  SavedStoryFiles,
} from '#contract/bridge.ts'
import type { Noun } from '#contract/call.ts'
import type { CallError, Result } from '#contract/errors.ts'
import type { RecordingType } from '#contract/rehearsals.ts'
import type { CallName, InputOf, OutputOf } from '#contract/index.ts'
import type { StoryFile } from '#contract/story-files.ts'
import { largestFile, sizeError } from '#domain/transfer-size.ts'
import { createHeldReports } from './held-reports.ts'

const noAnswer: CallError = {
  code: 'internal',
  message: 'Loopready does not answer.',
  hint: 'It may be starting again by itself; if it was stopped, start it. Then try once more.',
}
const unknownWindow: CallError = {
  code: 'internal',
  message: 'This window no longer belongs to a running Loopready.',
  hint: 'Start Loopready again; it opens a window of its own.',
}

const unreadable: CallError = {
  code: 'storage',
  message: 'One of the files could not be read.',
  hint: 'Check that it is still there and that you may open it.',
}

const noFolders: CallError = {
  code: 'invalid-input',
  message: 'A browser cannot name a folder of this computer.',
  hint: 'Choose it in the terminal: loopready backup --folder DIR.',
}

const tooLargeBackup: CallError = {
  code: 'invalid-input',
  field: 'file',
  message: 'A browser window takes backups of up to 64 MiB, and this one is larger.',
  hint: 'Close this window and type in a terminal: loopready restore FILE. It then stands in the list here too.',
}

const betweenDownloadsMs = 150

/** How long to wait before asking whether the host is back, in milliseconds. */
const retryAfterMs = 2_000

/** The bridge of a page that was opened in a browser: calls over `fetch`, notices over Server-Sent Events. */
export function createBrowserBridge(): Bridge {
  const events = openEvents()
  const reports = createHeldReports(download)
  const send = async (
    path: string,
    body: Blob | string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Result<Response>> => {
    try {
      const begun = await fetch(path, { method: 'POST', headers, body })
      // All of it here: a host that goes away while it sends has given no answer.
      const response = new Response(await begun.arrayBuffer(), begun)
      return response.ok ? { ok: true, value: response } : await refusal(response)
    } catch {
      events.lost()
      return { ok: false, error: noAnswer }
    }
  }
  /** A job has an id, by which it is told apart from those of other windows. */
  const post = (path: string, body: unknown, job?: string) =>
    send(path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...(job === undefined ? {} : { 'x-job': job }),
    })
  /** Puts what comes as a file where the browser puts its downloads. */
  const save = async (
    path: string,
    job: string,
    input: unknown,
  ): Promise<Result<Readonly<{ fileName: string; headers: Headers }>>> => {
    const answer = await post(path, input, job)
    if (!answer.ok) return answer
    const response = answer.value
    const name = fileNameOf(response.headers.get('content-disposition'))
    // What is no file is the engine's error value.
    if (name === null) return (await response.json()) as Result<never>
    download(await response.blob(), name)
    return { ok: true, value: { fileName: name, headers: response.headers } }
  }
  const receiveFile: Bridge['receiveFile'] = async (name, content) => {
    // The page has it from the browser, where it is a Blob; that is read as it is sent, never whole into memory.
    const answer = await send('/file', content as Blob, {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    })
    return answer.ok ? ((await answer.value.json()) as Result<ReceivedFile>) : answer
  }
  return {
    shell: 'browser',
    async call<N extends CallName>(name: N, input: InputOf<N>) {
      if (name === 'rehearsals.recording')
        // What follows from the name is the call's own type.
        return (await soundOf(await post('/sound', input))) as Result<OutputOf<N>>
      const answer =
        name === 'rehearsals.saveRecording'
          ? await sendSound(send, input as InputOf<'rehearsals.saveRecording'>)
          : await post(`/call/${name}`, input)
      if (!answer.ok) return answer
      // The host carries the engine's answer unchanged, and the engine answers in the call's own type.
      return (await answer.value.json()) as Result<OutputOf<N>>
    },
    onChange: (listener) => events.on('change', (data) => listener(data as readonly Noun[])),
    async runJob<N extends PageJob>(job: string, name: N, input: InputOf<N>) {
      const answer = await post(`/job/${name}`, input, job)
      // As with a call.
      return answer.ok ? ((await answer.value.json()) as Result<OutputOf<N>>) : answer
    },
    cancelJob(job) {
      void post('/cancel', { job })
    },
    onJobProgress: (listener) => events.on('job-progress', (data) => listener(data as JobProgress)),
    async buildReport(job, input) {
      const answer = await post('/report', input, job)
      if (!answer.ok) return answer
      const { headers } = answer.value
      const fileName = fileNameOf(headers.get('content-disposition'))
      // What is no file is the engine's error value.
      if (fileName === null) return (await answer.value.json()) as Result<never>
      const pages = Number(headers.get('x-report-pages') ?? 0)
      const notices = noticesOf(headers.get('x-report-notices'))
      const content = await answer.value.blob()
      const bytes = new Uint8Array(await content.arrayBuffer())
      return { ok: true, value: reports.hold({ fileName, pages, bytes, notices }, content) }
    },
    saveReport: async (handle) => reports.save(handle),
    openReport: async (opens) => reports.open(opens),
    async saveExport(job, input) {
      const saved = await save('/export', job, input)
      if (!saved.ok) return saved
      const { fileName, headers } = saved.value
      const sessions = Number(headers.get('x-export-sessions') ?? 0)
      return { ok: true, value: { fileName, sessions, handle: null } }
    },
    async showSaved() {
      // A browser shows its own downloads.
    },
    async chooseImportFile() {
      const [file = null] = (await chooseFiles('.csv,.tsv,.txt,.json,.age', false)) ?? []
      if (file === null) return { ok: true, value: null }
      const error = sizeError(file.size)
      return error === null ? receiveFile(file.name, file) : { ok: false, error }
    },
    receiveFile,
    async chooseBackupFile() {
      const [file = null] = (await chooseFiles('.sqlite,.age', false)) ?? []
      if (file === null) return { ok: true, value: null }
      const error = file.size > largestFile ? tooLargeBackup : sizeError(file.size)
      return error === null ? receiveFile(file.name, file) : { ok: false, error }
    },
    chooseBackupFolder: async () => ({ ok: false, error: noFolders }),
    saveStoryFiles: (files) => saveTexts(files, 'text/markdown'),
    chooseStoryFiles: () => chooseTexts('.md,.markdown,.txt,text/markdown'),
    savePlaybookFiles: (files) => saveTexts(files, 'application/yaml'),
    choosePlaybookFiles: () => chooseTexts('.yaml,.yml'),
    onCommand: () => () => {},
    // A page of a browser knows what happens in itself, and no more.
    idleSeconds: async () => null,
    onWake: () => () => {},
    notify() {
      // It would have to ask for a permission that this app does not want.
    },
    onConnection: (listener) => events.onConnection(listener),
  }
}

async function saveTexts(
  files: readonly StoryFile[],
  type: string,
): Promise<Result<SavedStoryFiles>> {
  for (const { fileName, text } of files) {
    download(new Blob([text], { type }), fileName)
    // Downloads that are begun at the same moment replace each other in some browsers.
    await new Promise((resolve) => setTimeout(resolve, betweenDownloadsMs))
  }
  return { ok: true, value: { fileNames: files.map(({ fileName }) => fileName) } }
}

async function chooseTexts(accept: string): Promise<Result<readonly ChosenStoryFile[] | null>> {
  const files = await chooseFiles(accept, true)
  if (files === null) return { ok: true, value: null }
  try {
    const read = files.map(async (file) => ({ name: file.name, text: await file.text() }))
    return { ok: true, value: await Promise.all(read) }
  } catch {
    return { ok: false, error: unreadable }
  }
}

/** Bytes go as they are and not as JSON, to a path of their own. */
function sendSound(
  send: (
    path: string,
    body: Blob,
    headers: Readonly<Record<string, string>>,
  ) => Promise<Result<Response>>,
  { rehearsal, mediaType, bytes }: InputOf<'rehearsals.saveRecording'>,
): Promise<Result<Response>> {
  return send(`/recording/${rehearsal}`, new Blob([new Uint8Array(bytes)]), {
    'content-type': mediaType,
  })
}

async function soundOf(
  answer: Result<Response>,
): Promise<Result<OutputOf<'rehearsals.recording'>>> {
  if (!answer.ok) return answer
  const mediaType = answer.value.headers.get('content-type') ?? ''
  if (!mediaType.startsWith('audio/'))
    return (await answer.value.json()) as Result<OutputOf<'rehearsals.recording'>>
  const bytes = new Uint8Array(await answer.value.arrayBuffer())
  // The host answers with the type that the engine has kept, which is one of the contract's.
  return { ok: true, value: { mediaType: mediaType as RecordingType, bytes } }
}

/** What the host says when it refuses to carry a call at all. */
async function refusal(response: Response): Promise<Result<never>> {
  if (response.status === 401 || response.status === 403) return { ok: false, error: unknownWindow }
  if (response.headers.get('content-type')?.startsWith('application/json') === true) {
    const body: unknown = await response.json().catch(() => null)
    if (isRefusal(body)) return body
  }
  return {
    ok: false,
    error: {
      code: 'internal',
      message: `Loopready could not carry out the request (status ${response.status}).`,
      hint: 'Try again.',
    },
  }
}

function isRefusal(body: unknown): body is Result<never> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error
}

/** One stream of events, opened again whenever it breaks, and what it says about the connection. */
function openEvents() {
  const listeners = new Map<string, Set<(data: unknown) => void>>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  let connected = true
  const tell = (next: boolean) => {
    if (next === connected) return
    connected = next
    for (const listener of connectionListeners) listener(next)
  }
  const receive = (event: MessageEvent<string>) => {
    const data: unknown = JSON.parse(event.data)
    for (const listener of listeners.get(event.type) ?? []) listener(data)
  }
  let current: EventSource | null = null
  const open = () => {
    const source = new EventSource('/events')
    current = source
    source.addEventListener('change', receive)
    source.addEventListener('job-progress', receive)
    source.addEventListener('open', () => {
      tell(true)
    })
    source.addEventListener('error', () => {
      tell(false)
      // The browser tries again by itself while the stream is "connecting"; a refused one it gives up.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, retryAfterMs)
    })
  }
  open()
  return {
    on(type: string, listener: (data: unknown) => void) {
      const ofType = listeners.get(type) ?? new Set()
      listeners.set(type, ofType.add(listener))
      return () => {
        ofType.delete(listener)
      }
    },
    onConnection(listener: (connected: boolean) => void) {
      connectionListeners.add(listener)
      return () => {
        connectionListeners.delete(listener)
      }
    },
    /** A request was not answered. A stream that is open says nothing then about whether the next one will be. */
    lost() {
      tell(false)
      if (current?.readyState !== EventSource.OPEN) return
      current.close()
      open()
    },
  }
}

/** The file name of a `content-disposition` header; null when it gives none. */
function fileNameOf(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1] ?? null
}

/** What a report cannot show, as its header says it. */
function noticesOf(header: string | null): string[] {
  return header === null ? [] : (JSON.parse(decodeURIComponent(header)) as string[])
}

/** Lets the person choose files of this computer; null when there are none. To be called right in a press or a click. */
function chooseFiles(accept: string, multiple: boolean): Promise<readonly File[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve(input.files === null || input.files.length === 0 ? null : [...input.files])
    })
    input.addEventListener('cancel', () => {
      resolve(null)
    })
    input.click()
  })
}

function download(blob: Blob, fileName: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // The download keeps the data alive once it has begun, which happens before this task ends.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 60_000)
}
