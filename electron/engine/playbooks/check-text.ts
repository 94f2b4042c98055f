import type { PlaybookFault } from '#contract/own-playbooks.ts'
import { type Playbook, playbook } from '#contract/playbooks.ts'
import { maxFileBytes, readDataText } from './data-file.ts'
import type { PlaybookLibrary } from './load.ts'

/** What a text is as a playbook, or what is wrong with it. */
export type CheckedText =
  | Readonly<{ ok: true; book: Playbook }>
  | Readonly<{ ok: false; faults: readonly PlaybookFault[] }>

/** Names of devices on Windows, which can be no file there. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * Checks a text as the loader checks a file, and its id against every playbook but `own`, which it is to replace. An
 * own one that can be read keeps its id, since sessions refer to it.
 */
export function checkText(library: PlaybookLibrary, text: string, own: string | null): CheckedText {
  const size = Buffer.byteLength(text)
  if (size > maxFileBytes)
    return wrong([
      `1:1: expected at most ${maxFileBytes / 1024} KiB, found ${Math.ceil(size / 1024)} KiB`,
    ])
  const read = readDataText(text, playbook)
  if (!read.ok) return wrong(read.messages)
  const { id } = read.value
  const fault = idFault(library, id, own)
  return fault === null ? { ok: true, book: read.value } : wrong([read.faultAt(['id'], fault)])
}

function idFault(library: PlaybookLibrary, id: string, own: string | null): string | null {
  if (own !== null && library.get(own))
    return id === own
      ? null
      : `expected "${own}", since what was logged refers to it, found "${id}"; make a copy for another id`
  const same = library.list().find((other) => other.id.toLowerCase() === id.toLowerCase())
  if (same)
    return `expected an id that no other playbook has, found "${id}", the id of ${same.builtIn ? 'the built-in ' : ''}${same.name}`
  return device.test(id) ? `expected another id: no file can be called "${id}" on Windows` : null
}

function wrong(messages: readonly string[]): CheckedText {
  return { ok: false, faults: messages.map(placed) }
}

/** `line:column: what` as the parts that it is made of. */
function placed(message: string): PlaybookFault {
  const [, line = '1', column = '1', what = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? []
  return { line: Math.max(1, Number(line)), column: Math.max(1, Number(column)), message: what }
}
