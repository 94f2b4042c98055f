import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/engine.ts'

/** What keeps this system from limiting the size of files of a process; null where it can. */
const cannotLimit = whyNoLimit()
if (cannotLimit !== null)
  console.warn(
    `SKIPPED: writes that fail with an error of the disk are not tried here: ${cannotLimit}`,
  )

function whyNoLimit(): string | null {
  if (process.platform !== 'linux') return 'only Linux limits a process that runs'
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'prlimit is not installed'
  }
}

const diskError = {
  code: 'storage',
  message: expect.stringMatching(/disk (?:reported an error|takes no file)/) as string,
  hint: expect.stringMatching(/\w\w/) as string,
}

describe.skipIf(cannotLimit !== null)('a disk that answers writes with an error', () => {
  it('is told at opening, logging, backup and export, leaves nothing by half, and all goes on after it', () => {
    const script = fileURLToPath(new URL('limited-child.ts', import.meta.url))
    const told = JSON.parse(
      execFileSync(process.execPath, [script, temporaryFolder()], { encoding: 'utf8' }),
    ) as unknown
    expect(told).toMatchObject({
      limited: {
        logged: expect.toSatisfy((n: number) => n > 0 && n < 500) as number,
        write: diskError,
        backup: diskError,
        window: '“export.json” could not be saved: that disk takes no file of this size.',
        terminal:
          '"export.json" cannot be written: the disk takes no file of this size; choose another disk.',
        exportIsThere: false,
        fresh: {
          ...diskError,
          message: expect.stringMatching(/cannot be opened: the disk/) as string,
        },
        left: [],
      },
      free: { write: null, backup: null, window: null, terminal: null },
      recovery: { ok: true, value: { recovery: null } },
    })
    const { limited, free, outline } = told as {
      limited: { logged: number; seen: number }
      free: { seen: number }
      outline: { value: { sessions: number } }
    }
    // What was acknowledged can be seen all the while, and is there afterwards.
    expect(limited.seen).toBe(limited.logged)
    expect(free.seen).toBe(limited.logged + 1)
    expect(outline.value.sessions).toBe(limited.logged + 1)
  })
})
