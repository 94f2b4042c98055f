import type { PageFailure } from '#contract/diagnostics.ts'

/** How many of the innermost calls are told: as many as the contract takes. */
const toldFrames = 12

/** `at name (address:row:column)` in Chromium, `name@address:row:column` in Firefox and Safari. */
const frame =
  /^\s*(?:at )?(?:([\w.$<>]{1,80})(?: \(|@))?\S*?([\w.-]{1,110}\.[jt]sx?)[^\s:]*:(\d{1,9}):(\d{1,9})\)?$/

/**
 * What may be told of an error of the page: its kind, the screen and where in the code. Never its message, which may
 * quote what a person wrote, nor all of the address, which may name something of theirs.
 *
 * @param address within the page: `#/stories/edit/...`
 */
export function failureOf(error: Error, address: string): PageFailure {
  const { stack = '', message } = error
  // Lines of the message may look like calls.
  const said = message === '' ? -1 : stack.indexOf(message)
  const calls = said === -1 ? stack : stack.slice(said + message.length)
  const frames = calls.split('\n').flatMap((line) => {
    const [, name, file, row, column] = frame.exec(line) ?? []
    if (file === undefined) return []
    const where = `${file}:${row}:${column}`
    return [name === undefined ? where : `${name} (${where})`]
  })
  const [screen = '/'] = /\/[a-z]{0,40}/.exec(address) ?? []
  const kind = /^\w{1,60}$/.test(error.name) ? error.name : 'Error'
  return { kind, screen, frames: frames.slice(0, toldFrames) }
}

/** The same as text to copy. */
export function failureText(error: Error, address: string): string {
  const { kind, screen, frames } = failureOf(error, address)
  const lines = [
    `A part of the page failed: ${kind} on ${screen}`,
    ...frames.map((told) => `  ${told}`),
  ]
  return `${lines.join('\n')}\n`
}
