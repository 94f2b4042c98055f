import { refuse } from '../refusal.ts'
import { everyText } from './every-text.ts'
import type { ReportData } from './model.ts'
import { nameFinder, type NameFinder } from './name-matching.ts'

/**
 * Keys whose values are words of the model and never of the person. All other texts of the data are taken for the
 * person's, so that one which is forgotten here has a name replaced too often, and never too seldom.
 */
const ofTheModel = new Set(
  `id kind category planCategory milestone principle primaryPrinciple story item indicator type level state status part
  dashboard comparator place rung quantity as measure basis critical theme paper timeZone storyFormat archetype
  highestStakeholder group revision generatedAt overall selfOverall rating principles secondaryPrinciples levels results fits`.split(
    /\s+/,
  ),
)
/** Days, months, moments and ids. */
const codes =
  /^(?:\d{4}-\d\d(?:-\d\d(?:T[\d:.]+Z?)?)?|\d\d:\d\d|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/
/** Under a key of the model only what can be one of its words: no sentence of a person. */
const word = /^[\w/+:.-]{0,64}$/

/**
 * The data of a report with every name replaced in all that the person wrote. What the app itself says (dates, labels,
 * the texts of a playbook that ships with it) stays. Refuses (`conflict`) where an alias brings a name back.
 */
export function renamedData(data: ReportData): ReportData {
  if (data.names.length === 0) return data
  const finder = nameFinder(data.names)
  const own = textsOfTheApp(data)
  const { names, contents, ...said } = data
  const renamed = everyText(said, (text, key) =>
    isOfTheModel(text, key) || own.has(text) ? text : finder.replace(text),
  )
  refuseBroughtBack(renamed, finder, own)
  return { ...renamed, names, contents }
}

function refuseBroughtBack(said: unknown, finder: NameFinder, own: ReadonlySet<string>): void {
  everyText(said, (text, key) => {
    const [name] = isOfTheModel(text, key) || own.has(text) ? [] : finder.namesIn(text)
    if (name !== undefined)
      refuse({
        code: 'conflict',
        message: `The name “${name}” would still stand in the report, in what takes the place of another name. Nothing was saved.`,
        hint: 'Give the other name an alias that does not hold it.',
      })
    return text
  })
}

function isOfTheModel(text: string, key: string): boolean {
  return codes.test(text) || (ofTheModel.has(key) && word.test(text))
}

/** The texts of the principles, and of the playbook where it ships with the app. */
function textsOfTheApp({ playbook, principles, playbookIsOwn }: ReportData): ReadonlySet<string> {
  const texts = new Set<string>()
  everyText([principles, playbookIsOwn ? null : playbook], (text) => {
    texts.add(text)
    return text
  })
  return texts
}
