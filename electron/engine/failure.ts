import { codeOf } from './refusal.ts'

/** How many of the innermost calls are kept. */
const keptFrames = 8

/**
 * What a log may keep of something thrown: its kind, its code and where it was thrown. Never its message, which may
 * quote what a person wrote or name a folder of theirs; frames are cut down to the file inside the app.
 */
export function failureOf(
  thrown: unknown,
): Readonly<{ error: string; code?: string; at?: readonly string[] }> {
  if (!(thrown instanceof Error)) return { error: typeof thrown }
  const code = codeOf(thrown)
  const at = framesOf(thrown).slice(0, keptFrames)
  return {
    error: plain(thrown.constructor.name) || 'Error',
    ...(code === '' ? {} : { code: plain(code) }),
    ...(at.length === 0 ? {} : { at }),
  }
}

/**
 * Where an error was thrown, innermost first: `name (folder/file.ts:12:5)`, without the folders above the app. The stack
 * begins with the message, whose own lines may look like calls: they are left out, and so is what is no name of a file.
 */
export function framesOf(thrown: Error): readonly string[] {
  const { stack = '', message } = thrown
  const said = message === '' ? -1 : stack.indexOf(message)
  const calls = said === -1 ? stack : stack.slice(said + message.length)
  return calls.split('\n').flatMap((line) => {
    const found = /^ {4}at (?:([\w.$<>[\] ]{1,120}) \()?(\S.*?):(\d+):(\d+)\)?$/.exec(line)
    if (found === null) return []
    const [, name, file = '', row, column] = found
    const inside = inApp(file)
    if (!/^(?:[\w@.+-]+\/)*[\w@.+-]+$/.test(inside)) return []
    const where = `${inside}:${row}:${column}`
    return [name === undefined ? where : `${name} (${where})`]
  })
}

/** The last folders of a path, beginning with one of the app's own where there is one. */
function inApp(file: string): string {
  const parts = decoded(file).split(/[/\\]/)
  const own = parts.findLastIndex((part) =>
    ['node_modules', 'electron', 'src', 'out'].includes(part),
  )
  return parts.slice(own === -1 ? -1 : own).join('/')
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** A name or code as such: nothing that could be a text. */
function plain(text: string): string {
  return /^[\w$]{1,60}$/.test(text) ? text : ''
}
