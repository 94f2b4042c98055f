import { type Document, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import { readYaml } from './yaml-source.ts'

type Path = readonly (string | number)[]

/** What is put at a place: a plain value, or a structure of them. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | Readonly<{ [key: string]: YamlValue }>

/** One edit of a YAML text. `insert` and `move` speak of the entries of the list at `path`. */
export type YamlEdit = Readonly<
  | { do: 'set'; path: Path; value: YamlValue }
  | { do: 'remove'; path: Path }
  | { do: 'insert'; path: Path; value: YamlValue }
  | { do: 'move'; path: Path; from: number; to: number }
>

/**
 * A YAML text with one edit made, and all that the person wrote around it (comments, order, quotes) kept. A plain
 * value is exchanged where it stands; anything else writes the text anew from what it says. Null where the text has a
 * fault, or an alias, through which one edit could change several places.
 */
export function editYaml(text: string, edit: YamlEdit): string | null {
  if (!readYaml(text).ok) return null
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false })
  if (/(^|[\s[{,:-])[*&][^\s]/.test(text) && hasAlias(document)) return null
  if (edit.do === 'set') {
    const exchanged = exchange(document, text, edit.path, edit.value)
    if (exchanged !== null) return exchanged
  }
  try {
    if (!carryOut(document, edit)) return null
  } catch {
    // There is a plain value on the way to the place, and nothing can stand inside it.
    return null
  }
  return document.toString({ lineWidth: 100 })
}

/** Exchanges a plain value of one line by another, and nothing else; null where it is not that simple. */
function exchange(document: Document, text: string, path: Path, value: YamlValue): string | null {
  if (typeof value === 'object' && value !== null) return null
  const node = document.getIn(path, true)
  if (!isScalar(node) || !node.range || node.tag !== undefined || node.anchor) return null
  const [start, end] = node.range
  const old = text.slice(start, end)
  if (old === '' || old.includes('\n') || old.startsWith('|') || old.startsWith('>')) return null
  if (typeof value === 'string' && /[\n\r]/.test(value)) return null
  const written = stringify(value, { lineWidth: 0 }).trimEnd()
  // Inside { } and [ ] more signs mean something; in quotes none do.
  const safe = typeof value === 'string' && /[,[\]{}]/.test(value) ? JSON.stringify(value) : written
  const next = text.slice(0, start) + safe + text.slice(end)
  const read = parseDocument(next, { schema: 'core' })
  return read.errors.length === 0 && read.getIn(path) === value ? next : null
}

function carryOut(document: Document, edit: YamlEdit): boolean {
  switch (edit.do) {
    case 'set':
      document.setIn(edit.path, document.createNode(edit.value))
      return true
    case 'remove':
      return document.deleteIn(edit.path)
    case 'insert': {
      const list = document.getIn(edit.path)
      const row = document.createNode(edit.value)
      if (isSeq(list)) list.items.push(row)
      else document.setIn(edit.path, document.createNode([edit.value]))
      return true
    }
    case 'move': {
      const list = document.getIn(edit.path)
      if (!isSeq(list)) return false
      const [row] = list.items.splice(edit.from, 1)
      if (row === undefined) return false
      list.items.splice(edit.to, 0, row)
      return true
    }
  }
}

function hasAlias(document: Document): boolean {
  const visit = (node: unknown): boolean => {
    if (isMap(node)) return node.items.some(({ value }) => visit(value))
    if (isSeq(node)) return node.items.some(visit)
    return typeof node === 'object' && node !== null && 'source' in node && !isScalar(node)
  }
  return visit(document.contents)
}
