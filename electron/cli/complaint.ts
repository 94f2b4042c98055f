import type { CallError, Result } from '#contract/errors.ts'
import { errorOf } from '#engine/refusal.ts'
import { printable } from './text/printable.ts'

/** What was typed cannot be done. The message says what was wrong and what to do. */
export class Complaint extends Error {
  override readonly name = 'Complaint'
}

/** Ends the verb with a complaint. */
export function complain(message: string): never {
  throw new Complaint(message)
}

/** Fields of the contract by the option that they were typed in. Operands stand for themselves. */
const optionOfField: Readonly<Record<string, string>> = {
  level: '--level',
  startDate: '--start',
  interviewDate: '--interview',
  weeklyHours: '--weekly-hours',
  name: '--name',
  date: '--date',
  time: '--time',
  note: '--note',
  counts: '--count',
  paper: '--paper',
  worked: '--worked',
  away: '--away',
  focus: '--focus',
}

/** The output of a call; what the engine refuses becomes a complaint. */
export function valueOf<T>(result: Result<T>): T {
  return result.ok ? result.value : complain(explained(result.error))
}

/** An error value as sentences that name the options concerned: everything that is wrong at once. */
export function explained({ others = [], ...first }: CallError): string {
  return [first, ...others].map(sentences).join(' ')
}

function sentences({ message, field = '', hint }: Omit<CallError, 'code' | 'others'>): string {
  const option = optionOfField[field.split('.')[0] ?? '']
  const end = /[.!?”"]$/.test(message) ? '' : '.'
  return `${option ? `${option}: ` : ''}${message}${end}${hint ? ` ${hint}` : ''}`
}

/** The one line for standard error about anything thrown: never a stack trace, never a second line. */
export function lineAbout(thrown: unknown): string {
  return printable(thrown instanceof Complaint ? thrown.message : explained(errorOf(thrown)))
}
