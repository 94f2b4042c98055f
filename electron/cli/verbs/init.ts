import type { OutputOf } from '#contract/index.ts'
import type { Profile } from '#contract/profile.ts'
import { formatDuration, formatHours } from '#domain/duration.ts'
import { asSeconds } from '#domain/units.ts'
import { usualWeeklyHours } from '#domain/weekly-hours.ts'
import { complain, valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { defineVerb, type Given, type Terminal } from '../verb.ts'

const options = {
  level: {
    type: 'text',
    value: 'LEVEL',
    help: 'The target level: L6, L7 or a playbook of your own.',
  },
  start: {
    type: 'text',
    value: 'YYYY-MM-DD',
    help: 'The first day of the plan; without it today.',
  },
  interview: {
    type: 'text',
    value: 'YYYY-MM-DD',
    help: 'The day of the interview, or "unknown" (as without it).',
  },
  'weekly-hours': {
    type: 'text',
    value: 'N',
    help: `Hours you mean to study in a week; without it ${usualWeeklyHours}.`,
  },
  name: { type: 'text', value: 'NAME', help: 'Your name, for the report.' },
} as const

/** Makes the profile, changes it, or switches its level. */
export const init = defineVerb({
  name: 'init',
  operands: '',
  takes: [0, 0],
  summary: 'Set the target level, the dates and the weekly hours',
  details: `Run again, it changes what is given and keeps the rest. Another level switches to it: sessions keep the
category they were logged in, and count in the new plan where its playbook suggests; switching back restores
everything.

Example
  loopready init --level L6 --start 2026-09-01 --interview 2026-12-15 --weekly-hours 15 --name "Ada"`,
  options,
  run: async (terminal, given) => {
    const { engine, print } = terminal
    const { profile: before, today } = valueOf(await engine().call('profile.get', {}))
    const level = await levelMeant(terminal, given.level ?? before?.level)
    const { level: _, ...others } = given
    const save = async () => {
      const fields = { level: before?.level ?? level, ...fieldsOf(given, before, today) }
      return valueOf(await engine().call('profile.save', fields))
    }
    if (!before || before.level === level) return print(described(await save()))
    const preview = valueOf(await engine().call('profile.previewSwitch', { level }))
    // The dates first: when one of them is refused, the level is still what it was.
    if (Object.values(others).some((value) => value !== undefined)) await save()
    const mapping = preview.rows.map(({ fromPlaybook, from, candidates, current }) => ({
      fromPlaybook,
      from,
      // What was chosen the last time, also "unmapped", goes before what is suggested.
      to: current === undefined ? (candidates[0] ?? null) : current,
    }))
    const switched = valueOf(await engine().call('profile.switchLevel', { level, mapping }))
    print([described(switched), ...switchText(before.level, preview, mapping)].join('\n'))
  },
})

/** The level as its playbook writes it, whatever the case it was typed in. */
async function levelMeant({ engine }: Terminal, typed: string | undefined): Promise<string> {
  const { playbooks } = valueOf(await engine().call('playbooks.list', {}))
  const ids = playbooks.map(({ id }) => id)
  if (typed === undefined)
    return complain(`Say which level is the target: loopready init --level ${ids.join(' or ')}`)
  const found = ids.find((id) => id.toLowerCase() === typed.toLowerCase())
  if (found !== undefined) return found
  // The engine knows whether a playbook of that name is there but broken.
  const asked = await engine().call('playbooks.get', { id: typed })
  return asked.ok || asked.error.code === 'invalid-input'
    ? complain(`--level: there is no playbook "${typed}". Choose one of ${ids.join(', ')}.`)
    : complain(`--level: ${asked.error.message} ${asked.error.hint ?? ''}`)
}

function fieldsOf(given: Given<typeof options>, before: Profile | null, today: string) {
  const weekly = given['weekly-hours']
  return {
    name: given.name ?? before?.name ?? '',
    startDate: given.start ?? before?.startDate ?? today,
    interviewDate:
      given.interview === undefined
        ? (before?.interviewDate ?? null)
        : given.interview === 'unknown'
          ? null
          : given.interview,
    weeklyHours:
      weekly === undefined ? (before?.weeklyHours ?? usualWeeklyHours) : hoursFrom(weekly),
  }
}

function hoursFrom(typed: string): number {
  const hours = /^-?\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.replace(',', '.')) : NaN
  return Number.isNaN(hours)
    ? complain(`--weekly-hours: "${typed}" is not a number of hours. Write 15 or 7.5.`)
    : hours
}

function described({ level, name, startDate, interviewDate, weeklyHours }: Profile): string {
  const who = name === '' ? '' : `${printable(name)}: `
  const interview = interviewDate === null ? 'interview date unknown' : `interview ${interviewDate}`
  return `${who}level ${level}, start ${startDate}, ${interview}, ${formatHours(weeklyHours)} a week.`
}

function switchText(
  from: string,
  { level, rows }: OutputOf<'profile.previewSwitch'>,
  mapping: readonly Readonly<{ to: string | null }>[],
): string[] {
  const places = rows.map(
    ({ from: category, seconds }, row) =>
      `  ${category} (${formatDuration(asSeconds(seconds))}) counts as ${mapping[row]?.to ?? 'nothing: it has no place in this plan'}`,
  )
  return [
    `Switched from ${from} to ${level}. Sessions keep their category; "loopready init --level ${from}" restores everything.`,
    ...places,
  ]
}
