import type { ParsedInputOf } from '#contract/index.ts'
import type { ReportContents } from '#contract/report.ts'
import type { HandlersFor, ReadContext } from '../handlers.ts'
import { refuse } from '../refusal.ts'
import { reportData } from './data.ts'
import { buildReportOnThread } from './run.ts'
import { chosenContents, presetsOf, reportSettingsHandlers } from './settings.ts'

export const reportHandlers: HandlersFor<'report'> = {
  ...reportSettingsHandlers,

  'report.build': async ({ snapshot, assetsDir }, input, options) => {
    const data = snapshot((context) =>
      reportData(context, contentsFor(context, input), input.paper),
    )
    return buildReportOnThread(data, { assetsDir, format: input.format, ...options })
  },
}

/** What is given, before the preset, before the last choice. */
function contentsFor(
  { db }: Pick<ReadContext, 'db'>,
  { preset, sections, storyFormat, findings, aliases }: ParsedInputOf<'report.build'>,
): ReportContents {
  const base =
    preset === undefined
      ? chosenContents(db)
      : (presetsOf(db).find(({ id }) => id === preset)?.contents ??
        refuse({
          code: 'not-found',
          field: 'preset',
          message: `There is no report preset “${preset}”.`,
          hint: `Choose one of ${presetsOf(db)
            .map(({ id }) => id)
            .join(', ')}.`,
        }))
  return {
    sections: sections ?? base.sections,
    storyFormat: storyFormat ?? base.storyFormat,
    findings: findings ?? base.findings,
    aliases: aliases ?? base.aliases,
  }
}
