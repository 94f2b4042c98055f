import { parseArgs } from 'node:util'
import { codeOf, refuse } from '#engine/refusal.ts'

/** What `npm start -- ...` asks for. */
export type StartArguments = Readonly<{
  /** The shell that is forced; null leaves the choice open. */
  shell: 'browser' | 'desktop' | null
  /** False: only print the address. */
  open: boolean
  /** Null: the usual one of the data folder, or any that is free. */
  port: number | null
  dataDir: string | undefined
  help: boolean
}>

export const help = `npm start [-- OPTIONS]

Opens Loopready: as a desktop app where Electron is installed or can be fetched, else in your browser.

  --shell=desktop   the desktop app, or an error
  --shell=browser   the browser, as an app window where Chrome, Chromium, Edge or Brave is installed
  --no-open         serve in the browser shell and only print the address
  --port N          serve in the browser shell on port N instead of the usual one of the folder
  --data-dir DIR    the folder that holds the data; also LOOPREADY_DATA_DIR
  --help            this text

The printed address works once, and for one minute; from then on the browser that opened it is let in until Loopready
stops. For a fresh address press Enter where Loopready runs, or run the same command again: it finds the running one.
Ctrl+C stops it. The address is of this computer only. Over SSH, forward the same port
(ssh -L 4100:127.0.0.1:4100 ...), start with --port 4100 --no-open there and open the address here.
`

/** Reads the arguments after `npm start --`. Throws a `Refusal` that says in a line what cannot be used. */
export function readStartArguments(argv: readonly string[]): StartArguments {
  const values = valuesOf(argv)
  const shell = shellOf(values.shell)
  const port = portOf(values.port)
  const open = values['no-open'] !== true
  if (shell === 'desktop' && (!open || port !== null))
    return wrong(`${open ? '--port' : '--no-open'} belongs to the browser shell.`)
  return { shell, open, port, dataDir: values['data-dir'], help: values.help === true }
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        shell: { type: 'string' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    const name =
      /'(?:-h, )?(-[^'\s]*|[^']*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    switch (codeOf(error)) {
      case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
        return wrong(`There is no option ${name}.`)
      case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
        return wrong(`"${name}" is not an option.`)
      case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
        return wrong(
          `${name} ${/^--?(no-open|h)/.test(name) ? 'takes no value' : 'needs a value'}.`,
        )
      default:
        throw error
    }
  }
}

function shellOf(text: string | undefined): StartArguments['shell'] {
  if (text === undefined || text === 'browser' || text === 'desktop') return text ?? null
  return wrong(`There is no shell "${text}".`, 'Write --shell=browser or --shell=desktop.')
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535
    ? port
    : wrong(`"${text}" is not a port.`, 'Write a number from 1 to 65535 after --port.')
}

function wrong(message: string, hint = 'See npm start -- --help.'): never {
  return refuse({ code: 'invalid-input', message, hint })
}
