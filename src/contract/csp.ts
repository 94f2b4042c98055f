/**
 * The content security policy of every page, whichever shell serves it: everything from the app's own origin, nothing
 * inline, nothing from elsewhere, never inside a frame. It is one constant so that what is tested in the browser
 * shell is what the desktop shell enforces.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A recording that is played: bytes that the page got from the engine and nothing that has an address.
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The permissions policy of every page. The microphone is for the page alone and for no frame; whether it is given is
 * asked of the person by the browser, and in the desktop shell allowed only while recording is switched on.
 */
export const pagePermissions = 'camera=(), geolocation=(), microphone=(self)'
