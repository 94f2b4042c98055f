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
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
