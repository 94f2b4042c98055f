import { Document, LineCounter, parseDocument, Scalar, visit } from 'yaml'
import { z } from 'zod'
import { evidenceFacts } from '#contract/evidence.ts'
import { storyContent, storyDismissal, storyStatus } from '#contract/story.ts'
import { instant, recordId } from '#contract/units.ts'

const { parts: _, formats: __, results: ___, ...fields } = storyContent.shape
const text = fields.obstacles

/** A figure in a file: the ledger's entry, whole, so that the file can be read without the ledger. */
const figure = evidenceFacts
  .partial()
  .required({ metric: true })
  .extend({ id: recordId.optional() })
export type FigureInFile = z.infer<typeof figure>

/**
 * What stands between the two `---` of a story's file: fields by the names of the contract. Long texts stand below,
 * as sections; `texts` holds those that a section cannot carry to the letter.
 */
export const frontMatter = z
  .strictObject({
    id: recordId,
    status: storyStatus,
    ...fields,
    // Names and short heads are understood as well; which principle is meant is settled with the playbooks at hand.
    primaryPrinciple: z.string().max(200).nullable(),
    secondaryPrinciples: z.array(z.string().max(200)).max(5, 'Five secondary principles at most.'),
    results: z.array(figure).max(50),
    texts: z.record(z.string(), text),
    dismissals: z.array(storyDismissal.partial({ dismissedAt: true })),
    createdAt: instant,
  })
  .omit({ alternatives: true, obstacles: true })
  .partial()
export type FrontMatter = z.infer<typeof frontMatter>

/** Front matter as YAML, with nothing in it that says nothing. */
export function frontMatterText(front: FrontMatter): string {
  const said = Object.entries(front).filter(([, value]) => !isEmpty(value))
  const document = new Document(Object.fromEntries(said), { aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && !isTame(scalar.value))
        scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  // No folding of long lines: a fold is one of the things that can change a text.
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity })
}

/** Whether YAML can show a text as it is: lines that begin and end with a sign. All others are quoted and escaped. */
function isTame(text: string): boolean {
  return (
    text.split('\n').every((line) => line !== '' && line.trim() === line) &&
    !/\p{C}|[^\S \n]/u.test(text.replaceAll('\n', ' '))
  )
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

type Read = Readonly<
  { ok: true; front: FrontMatter; unknownKeys: readonly string[] } | { ok: false; error: string }
>

/** Reads YAML that begins on line 2 of its file. Keys that it does not know are named, not refused. */
export function readFrontMatter(yaml: string): Read {
  const lines = new LineCounter()
  // The empty line stands for the `---` above, so that lines are counted as in the file.
  const document = parseDocument(`\n${yaml}`, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const [fault] = document.errors
  if (fault) return { ok: false, error: `Line ${lineAt(fault.pos[0])}: ${fault.message}` }
  let found: unknown
  try {
    found = document.toJS({ maxAliasCount: 0 })
  } catch {
    return { ok: false, error: 'Line 2: references (&name, *name) are not read here.' }
  }
  if (found !== null && (typeof found !== 'object' || Array.isArray(found)))
    return { ok: false, error: 'Line 2: the front matter must be a list of keys with values.' }
  const entries = Object.entries(found ?? {})
  const known = new Set(Object.keys(frontMatter.shape))
  const parsed = frontMatter.safeParse(
    Object.fromEntries(entries.filter(([key, value]) => known.has(key) && value !== null)),
  )
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = issue?.path.map(String) ?? []
    return { ok: false, error: `Line ${lineOf(path)}: ${path.join('.')}: ${issue?.message ?? ''}` }
  }
  return {
    ok: true,
    front: parsed.data,
    unknownKeys: entries.map(([key]) => key).filter((key) => !known.has(key)),
  }

  /** The line of what a path leads to, or of the nearest thing above it that is there. */
  function lineOf(path: readonly string[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
        return lineAt(Number(node.range[0]))
    }
    return 2
  }
}
