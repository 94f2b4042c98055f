/** How many of the innermost calls are told. */
const toldFrames = 12

/** `at name (address:row:column)` in Chromium, `name@address:row:column` in Firefox and Safari. */
const frame =
  /^\s*(?:at )?(?:([\w.$<>]{1,80})(?: \(|@))?\S*?([\w.-]+\.[jt]sx?)[^\s:]*:(\d+):(\d+)\)?$/

/**
 * What may be copied of an error of the page: its kind, the screen and where in the code. Never its message, which may
 * quote what a person wrote, nor all of the address, which may name something of theirs.
 *
 * @param address within the page: `#/stories/edit/...`
 */
export function failureText(error: Error, address: string): string {
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
  const [screen = '/'] = /\/[a-z]*/.exec(address) ?? []
  const kind = /^\w{1,60}$/.test(error.name) ? error.name : 'Error'
  const lines = [
    `A part of the page failed: ${kind} on ${screen}`,
    ...frames.slice(0, toldFrames).map((told) => `  ${told}`),
  ]
  return `${lines.join('\n')}\n`
}
