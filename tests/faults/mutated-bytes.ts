import fc from 'fast-check'

/** What breaks readers: ends, quotes, separators, numbers, marks of encodings, and bytes that are no text. */
const pieces = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFEFF',
  '\u2028',
  '=HYPERLINK("https://evil.example")',
  '-1',
  '1e999',
  'NaN',
  '99999999999999999999',
  '25:61:61',
  '2026-02-30',
  '0000-00-00',
  '{',
  '}',
  '[',
  ']',
  '[[[[[[[[[[[[[[[[[[[[',
  ':',
  'null',
  'true',
  '"__proto__":{},',
  '\\u0000',
  '\\ud800',
  'é'.normalize('NFD'),
  '\u202E',
  ','.repeat(2000),
  'x'.repeat(70_000),
].map((text) => Buffer.from(text, 'utf8'))
const bytes = [Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80])]

type Mutation = (content: Buffer) => Buffer

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const place = (content: Buffer, share: number) => Math.floor(content.length * share)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  // One byte becomes another.
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([share, byte]): Mutation => (content) => {
    const copy = Buffer.from(content)
    if (copy.length > 0) copy[place(copy, share)] = byte
    return copy
  }),
  // Something stands where it does not belong.
  fc
    .tuple(at, fc.constantFrom(...pieces, ...bytes))
    .map(([share, piece]): Mutation => (content) => {
      const where = place(content, share)
      return Buffer.concat([content.subarray(0, where), piece, content.subarray(where)])
    }),
  // A piece is gone, or there twice.
  fc.tuple(at, at, fc.boolean()).map(([share, length, isTwice]): Mutation => (content) => {
    const from = place(content, share)
    const to = Math.min(content.length, from + Math.ceil(200 * length))
    return Buffer.concat([
      content.subarray(0, isTwice ? to : from),
      content.subarray(isTwice ? from : to),
    ])
  }),
  // The rest is gone.
  at.map(
    (share): Mutation =>
      (content) =>
        content.subarray(0, place(content, share)),
  ),
)

/** One of the files with some of its bytes changed, with the name of the file. */
export function mutatedFile(
  files: ReadonlyMap<string, Buffer>,
): fc.Arbitrary<Readonly<{ name: string; content: Buffer }>> {
  return fc
    .tuple(fc.constantFrom(...files.keys()), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([name, mutations]) => {
      const content = mutations.reduce(
        (mutated, mutate) => mutate(mutated),
        files.get(name) ?? Buffer.of(),
      )
      const told = () => `${name}: ${JSON.stringify(content.toString('latin1').slice(0, 3000))}`
      return { name, content, [fc.toStringMethod]: told }
    })
}
