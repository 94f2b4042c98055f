const flag = '--start-at='
const pattern = /^#\/[\w/-]{0,200}$/

/** The page's address within itself, out of its whole address: empty where it is none that the page has. */
export function placeOf(url: string): string {
  const at = url.indexOf('#')
  return at === -1 ? '' : checked(url.slice(at))
}

/** Where the page is to begin, by the arguments of a start after a crash; empty for its first screen. */
export function startAtFlag(argv: readonly string[]): string {
  const given = argv.findLast((argument) => argument.startsWith(flag)) ?? flag
  return checked(given.slice(flag.length))
}

/** The arguments of a start that goes on at a place. */
export function argumentsAt(argv: readonly string[], place: string): string[] {
  const others = argv.filter((argument) => !argument.startsWith(flag))
  return place === '' ? others : [...others, `${flag}${place}`]
}

function checked(place: string): string {
  return pattern.test(place) ? place : ''
}
