import { inflateSync } from 'node:zlib'

/** An object of a file as it is written, and its stream without compression; empty where it has none. */
export type FileObject = Readonly<{ text: string; stream: string }>

/**
 * The objects of a PDF of ours, by number: what readers for the screen do not tell of it. For tests; such a file keeps
 * its objects in plain sight, whatever its streams hold.
 */
export function readObjects(bytes: Uint8Array): ReadonlyMap<number, FileObject> {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, FileObject>()
  for (const [, number, body = ''] of file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gms)) {
    const start = body.indexOf('\nstream\n')
    const text = start === -1 ? body : body.slice(0, start)
    const packed = start === -1 ? '' : body.slice(start + 8, body.lastIndexOf('\nendstream'))
    const stream = text.includes('/FlateDecode')
      ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      : packed
    objects.set(Number(number), { text, stream })
  }
  return objects
}
