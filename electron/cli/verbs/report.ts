import { decimals } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, saveFile } from '../out-file.ts'
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
    const path = out === '-' ? null : await fileAt(terminal.pathOf(out), out, 'readiness.pdf')
    const built = valueOf(
      await terminal
        .engine()
        .call('report.build', paper === undefined ? {} : { paper: paperNamed(paper) }),
    )
    if (path === null) return terminal.send(built.bytes)
    await saveFile(path, out, built.bytes)
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
