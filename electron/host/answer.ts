import type { ServerResponse } from 'node:http'
import { contentSecurityPolicy, pagePermissions } from '#contract/csp.ts'
import type { CallError } from '#contract/errors.ts'

/** Puts on every answer what keeps it from being read, framed, sniffed or kept by anybody else. */
export function guardAnswer(res: ServerResponse): void {
  res.setHeader('content-security-policy', contentSecurityPolicy)
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'no-referrer')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  res.setHeader('cross-origin-resource-policy', 'same-origin')
  res.setHeader('permissions-policy', pagePermissions)
  res.setHeader('cache-control', 'no-store')
}

/** Answers with data. */
export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  send(res, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(body)))
}

/** Refuses a request before it reaches the engine, in the shape of the engine's own errors. */
export function sendRefusal(res: ServerResponse, status: number, error: CallError): void {
  sendJson(res, status, { ok: false, error })
}

/** A page without styles or scripts: all that a browser sees that has not been let in. */
export type PlainPage = Readonly<{
  title: string
  sentences: readonly string[]
  /** Shows a link to the app, and follows it at once when `follow` is set. */
  link?: 'follow' | 'offer'
}>

/** Answers a navigation with a plain page. Its texts are ours alone: nothing from a request is ever put into it. */
export function sendPage(res: ServerResponse, status: number, page: PlainPage): void {
  const refresh = page.link === 'follow' ? '\n<meta http-equiv="refresh" content="0;url=/">' : ''
  const link = page.link ? '\n<p><a href="/">Open Loopready</a></p>' : ''
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">${refresh}
<title>${page.title} - Loopready</title>
<h1>${page.title}</h1>
${page.sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}${link}
</html>
`
  send(res, status, 'text/html; charset=utf-8', Buffer.from(html))
}

/** Answers with bytes. */
export function send(res: ServerResponse, status: number, type: string, body: Uint8Array): void {
  res.writeHead(status, { 'content-type': type, 'content-length': body.byteLength })
  res.end(body)
}
