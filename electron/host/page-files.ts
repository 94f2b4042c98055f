import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { refuse } from '#engine/refusal.ts'

type PageFile = Readonly<{ bytes: Uint8Array; type: string; etag: string }>

/** The files of the page by the path under which they are served; `/` is the page itself. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Reads the built page, about 5 MB, into memory. From then on a request can only name an entry of this list, so no path
 * can leave the folder; and a build that replaces the folder while the app is open does not pull the files out from
 * under it, as serving from disk would. Throws a `Refusal` when the page was not built.
 */
export function readPageFiles(pagesDir: string): PageFiles {
  if (!existsSync(join(pagesDir, 'index.html')))
    refuse({
      code: 'not-found',
      message: `The app is not built: ${pagesDir} has no index.html.`,
      hint: 'Run npm run build.',
    })
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(pagesDir, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    files.set(`/${relative(pagesDir, path).split(sep).join('/')}`, { bytes, type, etag })
  }
  const page = files.get('/index.html')
  return page ? files.set('/', page) : files
}

/** Answers with a file of the page; false when there is none at that path. */
export function sendPageFile(
  files: PageFiles,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const file = files.get(path)
  if (!file) return false
  // Kept, but asked about every time: the next build may serve another file under the same name.
  res.setHeader('cache-control', 'private, no-cache')
  res.setHeader('etag', file.etag)
  if (req.headers['if-none-match'] === file.etag) {
    res.writeHead(304)
    res.end()
    return true
  }
  res.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.byteLength })
  res.end(req.method === 'HEAD' ? undefined : file.bytes)
  return true
}
