import type { Finding, StoryCheck } from '#contract/level-check.ts'
import { storyFields } from '#domain/story-fields.ts'
import { formatCount } from '#domain/readable.ts'
import { valueOf } from '../complaint.ts'
import { printable } from '../text/printable.ts'
import { storyHandle, storyNamed, titleOf } from '../typed-story.ts'
import type { Paint } from '../verb.ts'
import type { StoryAction } from './story-action.ts'

/** Checks one story, or all that are not retired. */
export const lintStories: StoryAction = async (terminal, { json, all }, typed) => {
  const { engine, print, paint } = terminal
  const checks =
    typed === undefined
      ? valueOf(await engine().call('stories.checkAll', {}))
      : [
          valueOf(
            await engine().call('stories.check', { id: (await storyNamed(terminal, typed)).id }),
          ),
        ]
  if (json) {
    print(JSON.stringify(checks, null, 2))
    return
  }
  if (checks.length === 0)
    print('No stories to check. Add one with: loopready story add --file story.md')
  else print([...checks.map((check) => lines(check, all, paint)), sum(checks)].join('\n\n'))
}

function lines(check: StoryCheck, all: boolean, paint: Paint): string {
  const found = findingsOf(check)
  const shown = found.filter(({ severity, dismissal }) =>
    all ? true : severity === 'clear' && dismissal === null,
  )
  const level = check.levels.find(({ isTarget }) => isTarget)?.level
  const mild = found.filter(({ severity, dismissal }) => severity === 'mild' && dismissal === null)
  const intended = found.filter(({ dismissal }) => dismissal !== null)
  const rest = [
    ...(mild.length > 0 && !all ? [`${mild.length} mild`] : []),
    ...(intended.length > 0 && !all ? [`${intended.length} marked as intended`] : []),
  ]
  return [
    `${paint('dim', storyHandle(check))}  ${paint('bold', titleOf(check))}${level === undefined ? '' : ` (${level})`}`,
    ...shown.flatMap((finding) => [
      `  ${finding.severity}  ${labelOf(finding.field)}: ${printable(finding.message)}`,
      `         ${finding.dismissal ? `Intended. ${printable(finding.dismissal.reason)}`.trim() : printable(finding.mend)}`,
    ]),
    ...(shown.length === 0 && rest.length === 0 ? ['  Nothing found.'] : []),
    ...(rest.length > 0 ? [`  ${rest.join(', ')}: shown with --all.`] : []),
  ].join('\n')
}

/** General findings and those of the story's own level, the clear ones first. */
function findingsOf({ general, levels }: StoryCheck): readonly Finding[] {
  const own = levels.filter(({ isTarget }) => isTarget).flatMap(({ findings }) => findings)
  return [...own, ...general].toSorted(
    (a, b) => Number(a.severity === 'mild') - Number(b.severity === 'mild'),
  )
}

function sum(checks: readonly StoryCheck[]): string {
  const open = checks.flatMap(findingsOf).filter(({ dismissal }) => dismissal === null)
  const clear = open.filter(({ severity }) => severity === 'clear').length
  return `${formatCount(checks.length, { one: 'story', many: 'stories' })}: ${clear} clear, ${open.length - clear} mild. Advice, no verdict.`
}

function labelOf(field: string): string {
  return storyFields.find((each) => each.field === field)?.label ?? field
}
