import type { ReadStream } from 'node:tty'

const enter = ['\r', '\n', '\u0004']
const erase = ['\u007F', '\b']
const stop = '\u0003'

/**
 * Asks for a line at a terminal without showing what is typed. Null where standard input is no terminal, or when it was
 * stopped by Ctrl+C.
 */
export async function askSecret(
  question: string,
  input: Pick<ReadStream, 'isTTY' | 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>,
  output: Readonly<{ write(text: string): unknown }>,
): Promise<string | null> {
  if (!input.isTTY) return null
  output.write(question)
  input.setRawMode(true)
  input.resume()
  try {
    return await new Promise<string | null>((resolve) => {
      const typed: string[] = []
      const hear = (chunk: Buffer | string) => {
        for (const letter of chunk.toString()) {
          if (enter.includes(letter) || letter === stop) {
            input.off('data', hear)
            return resolve(letter === stop ? null : typed.join(''))
          }
          if (erase.includes(letter)) typed.pop()
          else typed.push(letter)
        }
      }
      input.on('data', hear)
    })
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}
