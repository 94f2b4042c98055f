import type { Evidence } from '#contract/evidence.ts'
import { figureText as said } from '#domain/figure-text.ts'
import { printable } from './printable.ts'

/** A figure of the ledger on one line: `Latency: from 850 to 285 ms (target 300), Q4 2023`. */
export function figureText(figure: Evidence): string {
  const text = said(figure)
  return printable(text === '' ? figure.metric : `${figure.metric}: ${text}`)
}
