/** Words that stand in any interview question and say nothing about what is asked. */
const fillers = new Set(
  `a about after all also am an and any anyone are as ask asked at be because been before being best between both but
  by can could describe did different do does doing done during each ever example explain few for from get gave give
  given go going got had has have having he her here him his how i if in instance into is it its just like made make
  many may me more most much must my need needed no not of on one only or other our out over own past people person
  please recent she should show similar situation so some someone something story such take talk tell than that the
  their them then there these they thing things this those through time to too took up us use used very walk want
  wanted was way we went were what when where which while who whom whose why will with without work worked working
  would you your yourself`.split(/\s+/),
)

const endings = /(?:ations?|ments?|ingly|ings?|edly|ed|ies|ers?|es|ly|s|y|e)$/

/**
 * The words of a question that can be looked for in stories, each by its beginning: "disagreed" as "disagre", so that
 * it finds "disagree" and "disagreement". Fillers are left out; a beginning is never cut below four letters.
 */
export function questionWords(question: string): string[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return [...new Set(words.filter((word) => !fillers.has(word)).map(beginning))].filter(
    (word) => word.length > 1,
  )
}

function beginning(word: string): string {
  const stem = word.replace(endings, '')
  return stem.length >= 4 ? stem : word
}
