import { decimals } from '#domain/readable.ts'
import { complain, valueOf } from '../complaint.ts'
import { fileAt, force, saveFile } from '../out-file.ts'
import { defineVerb } from '../verb.ts'

const formats = ['pdf', 'markdown', 'html', 'csv', 'json'] as const

/** Saves the readiness report. */
export const report = defineVerb({
  name: 'report',
  operands: '--out FILE',
  takes: [0, 0],
  summary: 'Save the readiness report',
  details: `Without --preset it holds what was last chosen in the app. With the preset "mentor" names are replaced by
aliases, and nothing is saved while one is left.

Examples
  loopready report --out readiness.pdf
  loopready report --preset one-page --force --out summary.pdf
  loopready report --format markdown --out readiness.md
  loopready report --out - | lp`,
  options: {
    out: {
      type: 'text',
      value: 'FILE',
      help: 'Where to save it; "-" writes it to standard output.',
    },
    force,
    preset: {
      type: 'text',
      value: 'NAME',
      help: 'What is in it: full, one-page, stories, mentor, or the id of your own.',
    },
    format: {
      type: 'text',
      value: 'KIND',
      help: 'pdf, markdown, html, csv or json (the figures alone); without it pdf.',
    },
    paper: { type: 'text', value: 'SIZE', help: "A4 or Letter; without it the profile's." },
  },
  run: async (terminal, { out, force: isForced, paper, preset, format: typed }) => {
    const format = typed === undefined ? 'pdf' : formatNamed(typed)
    if (!out) return complain('Say where to save the report: loopready report --out readiness.pdf')
    if (out === '-' && terminal.isScreen && format === 'pdf')
      return complain(
        'A PDF cannot be shown here. Name a file, or send the output on: --out - | lp',
      )
    const path = out === '-' ? null : await fileAt(terminal, out, 'readiness.pdf', isForced)
    const built = valueOf(
      await terminal.engine().call('report.build', {
        format,
        ...(paper === undefined ? {} : { paper: paperNamed(paper) }),
        ...(preset === undefined ? {} : { preset }),
      }),
    )
    for (const notice of built.notices) terminal.warn(`note: ${notice}`)
    if (path === null) return terminal.send(built.bytes)
    await saveFile(path, out, built.bytes)
    const pages =
      built.pages === 0 ? '' : `${built.pages === 1 ? '1 page' : `${built.pages} pages`}, `
    terminal.print(`Saved ${path} (${pages}${decimals(built.bytes.length / 1000, 0)} kB).`)
  },
})

function formatNamed(typed: string): (typeof formats)[number] {
  return (
    formats.find((format) => format === typed.toLowerCase()) ??
    complain(`--format: there is no format "${typed}". Choose ${formats.join(', ')}.`)
  )
}

function paperNamed(typed: string): 'A4' | 'Letter' {
  const papers = ['A4', 'Letter'] as const
  return (
    papers.find((paper) => paper.toLowerCase() === typed.toLowerCase()) ??
    complain(`--paper: there is no paper "${typed}". Choose A4 or Letter.`)
  )
}
