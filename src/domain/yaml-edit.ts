import {
  type Document,
  isAlias,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
} from 'yaml'
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
  const document = documentOf(text)
  if (hasAlias(document)) return null
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

/**
 * Whether a text says a value once and refers to it (`&name`, `*name`): then no edit of one place is made, as it could
 * change others. False where the text has a fault.
 */
export function hasAliases(text: string): boolean {
  return text.includes('*') && readYaml(text).ok && hasAlias(documentOf(text))
}

/**
 * A text with every alias written out as what it stands for, and without anchors: it says the same, and each place of
 * it can be edited by itself. Comments stay; a value that is written out has those of the place that it is from. Null
 * where the text has a fault, or would say something else.
 */
export function writeOutAliases(text: string): string | null {
  const read = readYaml(text)
  if (!read.ok) return null
  const document = documentOf(text)
  visit(document, {
    Alias: (_, alias) => {
      const target = alias.resolve(document)?.clone()
      return isNode(target) ? target : undefined
    },
  })
  // Only now: what is written out may hold an alias itself, which looks for its anchor.
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) delete node.anchor
    },
  })
  const written = document.toString({ lineWidth: 100 })
  const again = readYaml(written)
  const isSame = again.ok && JSON.stringify(again.data) === JSON.stringify(read.data)
  return isSame && !hasAlias(documentOf(written)) ? written : null
}

function documentOf(text: string): Document {
  return parseDocument(text, { schema: 'core', uniqueKeys: false })
}

function hasAlias(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}
