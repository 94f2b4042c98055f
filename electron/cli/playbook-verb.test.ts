import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectRefusal, root, started } from './terminal-under-test.ts'

/** A copy of L6 under another id, in a file. */
async function copied({ fine }: Pick<Awaited<ReturnType<typeof started>>, 'fine'>) {
  const file = join(root, 'copy.yaml')
  await fine('playbook', 'export', 'L6', '--force', '--out', file)
  const text = readFileSync(file, 'utf8').replace('id: L6', 'id: EM')

  writeFileSync(file, text)
  return { file, text }
}

describe('playbook', () => {
  it('takes a playbook out, in, and back out, byte by byte', async () => {
    const terminal = await started()
    const { fine, on } = terminal
    const { file, text } = await copied(terminal)
    expect(await fine('playbook', 'validate', file)).toContain(
      'no faults. EM, L6 engineering manager.',
    )
    expect(await fine('playbook', 'import', file)).toBe(
      'Imported EM, L6 engineering manager. Undo: loopready undo\n',
    )
    expect(await fine('playbook', 'export', 'EM')).toBe(text)
    expect(await fine('playbook', 'list')).toContain('EM  L6 engineering manager (your own)')
    expectRefusal(await on('playbook', 'import', file), '--replace')
    expect(JSON.parse(await fine('playbook', 'import', file, '--replace', '--json'))).toEqual({
      id: 'EM',
      name: 'L6 engineering manager',
      fileName: 'EM.yaml',
    })
    await fine('undo')
    expect(JSON.parse(await fine('playbook', 'list', '--json'))).toHaveLength(2)
  })

  it('names faults by line and column and ends with status 1', async () => {
    const terminal = await started()
    const { file, text } = await copied(terminal)
    writeFileSync(file, text.replace('share: 40', 'share: 400'))
    const ended = await terminal.on('playbook', 'validate', file)
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/copy\.yaml:\d+:\d+: formula\.areas\[0\]\.share: expected a number/)
    expect(ended.err).toContain('has 1 fault.')
    const { out } = await terminal.on('playbook', 'validate', file, '--json')
    expect(JSON.parse(out)).toMatchObject({ faults: [{ column: expect.any(Number) }], id: null })
  })

  it('says what is wrong with what was typed', async () => {
    const { on } = await started()
    expect.hasAssertions()
    expectRefusal(await on('playbook', 'mend'), '"mend" is not known here')
    expectRefusal(await on('playbook', 'validate'), 'Say which file')
    expectRefusal(await on('playbook', 'import', 'no-such.yaml'), 'There is no file "no-such.yaml"')
    expectRefusal(await on('playbook', 'export', 'L9'), 'There is no playbook “L9”')
  })
})
