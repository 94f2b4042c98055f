import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decimals } from '#domain/readable.ts'
import { codeOf } from '#engine/refusal.ts'
import { writeAtomically } from '#engine/write-atomically.ts'
import { complain, valueOf } from '../complaint.ts'
import { reasonNotWritten } from '../not-written.ts'
import { defineVerb } from '../verb.ts'

/** Saves the PDF readiness report. */
export const report = defineVerb({
  name: 'report',
  operands: '--out FILE',
  takes: [0, 0],
  summary: 'Save the PDF readiness report',
  details: `A file that is there is replaced, in one step: whoever looks sees the old report or the whole new one.

Examples
  loopready report --out readiness.pdf
  loopready report --out - | lp`,
  options: {
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Where to save it; "-" writes it to standard output.',
    },
    paper: { type: 'text', value: 'SIZE', help: "A4 or Letter; without it the profile's." },
  },
  run: async (terminal, { out, paper }) => {
    if (!out) return complain('Say where to save the report: loopready report --out readiness.pdf')
    if (out === '-' && terminal.isScreen)
      return complain(
        'A PDF cannot be shown here. Name a file, or send the output on: --out - | lp',
      )
    const path = out === '-' ? null : await fileAt(terminal.pathOf(out), out)
    const built = valueOf(
      await terminal
        .engine()
        .call('report.build', paper === undefined ? {} : { paper: paperNamed(paper) }),
    )
    if (path === null) return terminal.send(built.bytes)
    try {
      await writeAtomically(path, built.bytes)
    } catch (error) {
      complain(`"${out}" cannot be written: ${reasonNotWritten(error)}.`)
    }
    const pages = built.pages === 1 ? '1 page' : `${built.pages} pages`
    terminal.print(`Saved ${path} (${pages}, ${decimals(built.bytes.length / 1000, 0)} kB).`)
  },
})

function paperNamed(typed: string): 'A4' | 'Letter' {
  const papers = ['A4', 'Letter'] as const
  return (
    papers.find((paper) => paper.toLowerCase() === typed.toLowerCase()) ??
    complain(`--paper: there is no paper "${typed}". Choose A4 or Letter.`)
  )
}

/** The file to write, links followed, so that a link stays one. Complains about what no report can replace. */
async function fileAt(path: string, typed: string): Promise<string> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      complain(`"${typed}" is a folder. Name a file in it: --out ${join(typed, 'readiness.pdf')}`)
    if (!found.isFile()) complain(`"${typed}" is not a file that can be replaced. Name another.`)
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path
    if (codeOf(error) === '') throw error
    return complain(`"${typed}" cannot be written: ${reasonNotWritten(error)}.`)
  }
}
