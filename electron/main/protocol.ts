import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import type { CustomScheme, Protocol } from 'electron'
import { contentSecurityPolicy, pagePermissions } from '#contract/csp.ts'
import { isOurFrame, PAGE_SCHEME } from './security.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** The page's scheme as Electron is told of it, before the app is ready: an origin, secure, and able to `fetch`. */
export const PAGE_SCHEMES: CustomScheme[] = [
  {
    scheme: PAGE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]

/** The headers that every answer of the page's scheme carries. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': pagePermissions,
  // The files come from disk, and an update must show at once; compiled code is cached apart from this.
  'cache-control': 'no-cache',
}

export type Asset = Readonly<{ path: string; contentType: string }>

/**
 * The file under `root` that a URL of the page's scheme means, and its type. Null for another host, for a path that
 * leads out of `root` in whatever spelling, and for a type that the page has no use for.
 */
export function resolveAsset(root: string, url: string): Asset | null {
  if (!isOurFrame(url)) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  // A backslash or a drive letter is a way out on Windows, a NUL byte ends a name early in native code, and a second
  // layer of percent signs is what a later decoder would turn into dots.
  if (/[\\:%]/.test(pathname) || pathname.includes('\0')) return null
  if (pathname.split('/').includes('..')) return null
  const path = resolve(join(root, pathname === '/' || pathname === '' ? 'index.html' : pathname))
  const inside = relative(resolve(root), path)
  if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..') return null
  const contentType = TYPES[extname(path).toLowerCase()]
  return contentType === undefined ? null : { path, contentType }
}

/** Answers one request for a file of the page. */
export async function answerPageRequest(
  root: string,
  method: string,
  url: string,
): Promise<Response> {
  const plain = { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }
  if (method !== 'GET' && method !== 'HEAD')
    return new Response('Method not allowed', { status: 405, headers: plain })
  const asset = resolveAsset(root, url)
  const notFound = () => new Response('Not found', { status: 404, headers: plain })
  if (asset === null) return notFound()
  try {
    const bytes = await readFile(asset.path)
    const headers = { ...PAGE_HEADERS, 'content-type': asset.contentType }
    return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
  } catch {
    return notFound()
  }
}

/** Serves the built page under the page's scheme. */
export function servePage(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(root, request.method, request.url))
}
