import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'

/** Nothing we read is nested deeper than nine levels; a bomb is. */
const maxDepth = 20
/** A few anchors spare typing; many of them can be made to grow without bound. */
const maxAliases = 20

/** Parsed YAML that still knows where each of its values stands. */
export type YamlSource = Readonly<{
  data: unknown
  /** `line:column` of the value at a path, or of the nearest thing around it that exists. */
  positionOf(path: readonly PropertyKey[]): string
  /** `line:column` of a key of the mapping at a path. */
  positionOfKey(path: readonly PropertyKey[], key: string): string
}>

type Read =
  | (Readonly<{ ok: true }> & YamlSource)
  | Readonly<{ ok: false; faults: readonly string[] }>

/** Parses one YAML 1.2 document; each fault says where and what, as `line:column: message`. */
export function readYaml(text: string): Read {
  const lines = new LineCounter()
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${line}:${col}`
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      stringKeys: true,
      // Checked below in one pass; the parser's own check takes quadratic time and names no key.
      uniqueKeys: false,
      // Not 'silent': that would also let a second document pass.
      logLevel: 'error',
    })
    const faults = [...document.errors, ...document.warnings].map(
      (error) => `${at(error.pos[0])}: ${wordingOf(error)}`,
    )
    if (faults.length > 0) return { ok: false, faults: faults.slice(0, 5) }
    const misuse = inspect(document, at)
    if (misuse.length > 0) return { ok: false, faults: misuse }
    return {
      ok: true,
      data: document.toJS({ maxAliasCount: maxAliases }),
      positionOf: (path) => at(startOf(nodeAt(document, path)) ?? 0),
      positionOfKey: (path, key) => at(startOfKey(nodeAt(document, path), key) ?? 0),
    }
  } catch (error) {
    // A stack that ran out is the one sign of a nesting too deep even to inspect; an alias bomb throws in toJS.
    if (error instanceof RangeError) return { ok: false, faults: [`1:1: ${tooDeep}`] }
    if (error instanceof ReferenceError) return { ok: false, faults: [`1:1: ${tooManyAliases}`] }
    throw error
  }
}

const tooDeep = `expected at most ${maxDepth} levels, found deeper nesting`
const tooManyAliases = `expected at most ${maxAliases} aliases (*name), found more; write the values out`

/** Finds what is YAML but has no place in a data file. Stops early: the rest would only repeat it. */
function inspect(document: Document, at: (offset: number) => string): string[] {
  const faults: string[] = []
  const anchors = new Set<string>()
  let aliases = 0
  const visit = (node: unknown, depth: number): void => {
    if (faults.length >= 5) return
    if (depth > maxDepth) {
      faults.push(`${at(offsetOf(node))}: ${tooDeep}`)
      return
    }
    if (isAlias(node)) {
      aliases += 1
      if (aliases === maxAliases + 1) faults.push(`${at(offsetOf(node))}: ${tooManyAliases}`)
      else if (!anchors.has(node.source))
        faults.push(
          `${at(offsetOf(node))}: expected an anchor &${node.source} before *${node.source}`,
        )
      return
    }
    if (isSeq(node)) node.items.forEach((item) => visit(item, depth + 1))
    if (isMap(node)) {
      const seen = new Map<string, string>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : ''
        const place = at(offsetOf(key))
        const first = seen.get(name)
        if (first !== undefined)
          faults.push(`${place}: expected each key once, found "${name}" again (first at ${first})`)
        else seen.set(name, place)
        visit(value, depth + 1)
      }
    }
    // Known only once it is complete, so that a value cannot contain itself.
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) anchors.add(node.anchor)
  }
  visit(document.contents, 0)
  return faults
}

/** The node at a path, or the deepest one on the way to it. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  let node = resolved(document, document.contents)
  for (const step of path) {
    let next: Node | null = null
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      next = resolved(document, pair?.value)
    }
    if (isSeq(node) && typeof step === 'number') next = resolved(document, node.items[step])
    if (next === null) return node
    node = next
  }
  return node
}

function resolved(document: Document, node: unknown): Node | null {
  if (isAlias(node)) return node.resolve(document) ?? null
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0]
}

function startOfKey(node: Node | null, key: string): number | undefined {
  if (!isMap(node)) return startOf(node)
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : startOf(node)
}

function offsetOf(node: unknown): number {
  return (isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : 0) ?? 0
}

/** The parser's commonest complaints in plain words. */
const wordings: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'expected spaces to indent with, found a tab',
  MULTIPLE_DOCS: 'expected one document, found a second one after ---',
  NON_STRING_KEY: 'expected a plain word as the key, found something else',
  TAG_RESOLVE_FAILED: 'expected plain values, found a tag (a word that begins with "!")',
  RESOURCE_EXHAUSTION: tooDeep,
}

function wordingOf({ code, message }: YAMLError): string {
  return wordings[code] ?? `expected valid YAML, found a fault: ${message}`
}
