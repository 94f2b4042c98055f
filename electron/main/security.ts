import type { App, Session, WebContents, WebPreferences } from 'electron'

/** Where the page comes from: a scheme of our own, so that it has an origin and no reach into the file system. */
export const PAGE_SCHEME = 'app'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://loopready`

/** Whether a URL is of an origin, for schemes too that the URL standard gives no origin. */
function isOf(origin: string, url: string): boolean {
  const ours = URL.parse(origin)
  const theirs = URL.parse(url)
  if (ours === null || theirs === null) return false
  // `app://loopready@evil/` has another host; a name before an `@` is refused all the same, no page of ours has one.
  if (theirs.username !== '' || theirs.password !== '') return false
  return theirs.protocol === ours.protocol && theirs.host === ours.host
}

/**
 * Whether a frame's URL is of our page. `pageOrigin` differs only in development, where the page comes from the
 * development server.
 */
export function isOurFrame(url: string, pageOrigin: string = PAGE_ORIGIN): boolean {
  return isOf(pageOrigin, url)
}

/**
 * Whether a request may leave the page. Everything the app shows is in the app, so nothing goes to the network: not
 * what a library might fetch, and not what an injected script would send out.
 */
export function mayRequest(url: string, pageOrigin: string = PAGE_ORIGIN): boolean {
  const { protocol } = URL.parse(url) ?? { protocol: '' }
  if (protocol === 'devtools:' || protocol === 'blob:' || protocol === 'data:') return true
  return isOf(pageOrigin, url) || isOf(pageOrigin, url.replace(/^ws/, 'http'))
}

/** What a page may do in its process: nothing but draw, and talk through the preload. */
export function webPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: !isPackaged,
    // On Windows and Linux the spell checker downloads its dictionaries.
    spellcheck: false,
  }
}

/** Switches that stop Chromium's own traffic: updates of components, field trials, pings. */
export const QUIET_SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
] as const

/** Whether the person has switched the recording of rehearsals on. */
export type MicrophoneSwitch = Readonly<{
  /** As it was heard last: for questions that must be answered at once. */
  isOn(): boolean
  /** As it is now. */
  ask(): Promise<boolean>
}>

/**
 * Denies every permission, device, download and request to the network. The app needs one of them only: the
 * microphone, for the main frame of our own page and while recording is switched on. Never the camera or the screen.
 */
export function lockSession(
  session: Session,
  pageOrigin: string,
  microphone: MicrophoneSwitch,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isSound =
      permission === 'media' &&
      details.isMainFrame &&
      isOurFrame(details.requestingUrl, pageOrigin) &&
      'mediaTypes' in details &&
      details.mediaTypes?.join() === 'audio'
    if (!isSound) return answer(false)
    void microphone.ask().then(answer, () => answer(false))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      permission === 'media' &&
      details.mediaType === 'audio' &&
      details.isMainFrame &&
      isOurFrame(requestingOrigin, pageOrigin) &&
      microphone.isOn(),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayRequest(details.url, pageOrigin) }),
  )
}

/** Denies windows, navigation away from the page and embedded pages, for whatever contents are ever made. */
export function lockContents(app: Pick<App, 'on'>, pageOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => lockOne(contents, pageOrigin))
}

function lockOne(contents: WebContents, pageOrigin: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOurFrame(event.url, pageOrigin)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurFrame(event.url, pageOrigin)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    // A frame inside the page is never ours: the page has none.
    if (!event.isMainFrame || !isOurFrame(event.url, pageOrigin)) event.preventDefault()
  })
}
