/**
 * The questions that decide whether a request is answered at all. Pure, so that each attack is a line in a test. The
 * host listens on loopback only; what is left are other programs of this machine and pages open in the same browser.
 */

/** The authorities under which a browser of this machine reaches the host. */
function authoritiesOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/**
 * Whether a request names this host, exactly and once. Stops DNS rebinding: a page of another site whose name was
 * pointed at 127.0.0.1 still sends that name.
 */
export function isOurHost(hosts: readonly string[] | undefined, port: number): boolean {
  return hosts?.length === 1 && authoritiesOf(port).includes(hosts[0] ?? '')
}

/**
 * Whether a request that changes something comes from our own page: browsers put the Origin on every POST, and no page
 * can forge it. Stops cross-site request forgery, also from another port of 127.0.0.1, which SameSite does not.
 */
export function isOurOrigin(origin: string | undefined, host: string): boolean {
  return origin === `http://${host}`
}

/**
 * Whether the browser says that our page, or the person, made the request. Another port of 127.0.0.1 counts as the
 * same site, so it gets the cookie along: `same-site` is refused too. Browsers too old to say are let through to the
 * other checks.
 */
export function isOurSite(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none'
}

/**
 * Whether a body is declared as JSON. A form of another site can send only three other types, so this stops forms even
 * where every other check fails.
 */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json(?:;\s*charset=utf-8)?$/i.test(contentType ?? '')
}

/**
 * The path of a request target, without its query; null when it could mean another place to another reader: an
 * absolute or protocol-relative address, a dot segment, an encoded slash, backslash or dot, a control character.
 */
export function pathOf(target: string | undefined): string | null {
  if (target === undefined || !target.startsWith('/')) return null
  const path = target.split('?', 1)[0] ?? ''
  if (path.startsWith('//') || /[\\#]|%2f|%5c|%2e|%00/i.test(path)) return null
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return null
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(path)) return null
  return path
}
