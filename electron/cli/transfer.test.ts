import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectRefusal, newFolder, root, run, started } from './terminal-under-test.ts'

const fixtures = resolve(import.meta.dirname, '../../tests/fixtures/exports')
const fixture = (name: string) => join(fixtures, name)

let files = 0
function fileWith(content: string): string {
  const file = join(root, `file-${(files += 1)}.csv`)
  writeFileSync(file, content)
  return file
}

describe('export and import', () => {
  it('carry everything into an empty folder: the same JSON comes out again', async () => {
    const { fine } = await started()
    await fine('log', '90m', 'coding', '--count', 'hard=1', '--note', '=1+1')
    await fine('log', '1h', 'stories', '--date', '2026-11-01', '--time', '08:00')
    const out = join(root, 'all.json')
    expect(await fine('export', '--format', 'json', '--out', out)).toMatch(
      /^Saved .*all\.json \(2 sessions, \d+ kB\)\.\n$/,
    )
    const other = ['--data-dir', newFolder()]
    expect(await run([...other, 'import', out])).toMatchObject({ code: 0, err: '' })
    const again = join(root, 'again.json')
    await run([...other, 'export', '--format', 'json', '--out', again])
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'))
  })

  it('save and read the sessions as CSV', async () => {
    const { fine, sessions } = await started()
    await fine('log', '90m', 'coding', '--note', '=1+1')
    const out = join(root, 'sessions.csv')
    const told = JSON.parse(
      await fine('export', '--format', 'csv', '--bom', '--out', out, '--json'),
    ) as unknown
    expect(told).toMatchObject({ file: out, sessions: 1, bytes: readFileSync(out).length })
    expect(await fine('import', out)).toBe('Imported 0 sessions; 1 here already.\n')
    const other = await started()
    await other.fine('import', out)
    expect(await other.sessions()).toEqual(await sessions())
  })

  it('send an export on', async () => {
    const { fine } = await started()
    expect(await fine('export', '--format', 'csv', '--out', '-')).toMatch(/^Date,Start,Duration/)
  })
})

describe('import', () => {
  it('says what it would do and changes nothing with --dry-run', async () => {
    const { fine, sessions } = await started()
    const text = await fine('import', fixture('clockify-detailed-us.csv'), '--dry-run')
    expect(text).toBe('Would import 4 sessions (4h35m30s).\n')
    expect(await sessions()).toEqual([])
  })

  it('asks for what the file does not say, and takes the answers', async () => {
    const { on, fine, sessions } = await started()
    const file = fixture('toggl-detailed.csv')
    expectRefusal(
      await on('import', file),
      'To which category does “Leadership stories” belong?',
      '--category "Leadership stories=stories"',
      '2 more to answer.',
    )
    const answers = [
      ['--category', 'Leadership stories=stories'],
      ['--category', 'Website=-'],
      ['--category', '=coding'],
    ].flat()
    const text = await fine('import', file, ...answers)
    expect(text).toMatch(
      /^Imported 6 sessions \(6h29m59s\); 1 left out\.\nTake it back with: loopready undo\n$/,
    )
    expect((await sessions()).length).toBe(6)
    expect(await fine('import', file)).toBe(
      'Imported 0 sessions; 6 here already, 1 left out.\nThis file was imported on 24 Nov 2026: 6 sessions.\n',
    )
    expect(await fine('undo')).toBe('Undone: Import 6 sessions.\n')
    expect(await sessions()).toEqual([])
  })

  it('asks for the order of dates with what each would mean', async () => {
    const { on, fine } = await started()
    const file = fixture('clockify-detailed-eu.csv')
    expectRefusal(
      await on('import', file),
      '--date-order mdy (03/09/2026 is Monday, 9 March 2026) or --date-order dmy',
    )
    expect(await fine('import', file, '--date-order', 'dmy')).toContain('Imported 2 sessions')
  })

  it('reads any table by --map, and lists the rows that it rejected', async () => {
    const { on, fine, sessions } = await started()
    const file = fileWith('When|x;How long;Theme;Remark\n2026-09-01;90;coding;a\nsoon;1;coding;\n')
    expectRefusal(await on('import', file), 'Which column has the date?', '--map "COLUMN=date"')
    const map = ['When|x=date', '2=duration', 'theme=category', 'Remark=note'].flatMap((text) => [
      '--map',
      text,
    ])
    expectRefusal(await on('import', file, ...map), 'plain numbers such as 90', '--unit hours')
    expect(await fine('import', file, ...map, '--unit', 'minutes')).toContain(
      'Imported 1 session (1h30); 1 rejected.\n  line 3: “soon” is not a date.\n',
    )
    expect(await sessions()).toMatchObject([{ durationS: 5400, note: 'a' }])
  })

  it('prints JSON for programs, also where something is to be answered', async () => {
    const { fine } = await started()
    const args = ['import', fixture('clockify-detailed-eu.csv'), '--json'] as const
    const preview = JSON.parse(await fine(...args, '--dry-run')) as Record<string, unknown>
    expect(preview).toMatchObject({
      ready: false,
      questions: [{ kind: 'date-order' }],
      counts: { rows: 2, open: 2 },
      rejected: [],
    })
    const done = JSON.parse(await fine(...args, '--date-order', 'dmy')) as unknown
    expect(done).toMatchObject({ sessions: 2, counts: { new: 2 }, rejected: [] })
  })

  it.each([
    ['import', [], 'needs FILE'],
    ['import', ['nowhere.csv'], 'There is no file "nowhere.csv".'],
    ['import', [root], 'is not a file.'],
    ['import', [fixture('toggl-detailed.csv'), '--map', 'Prject=note'], 'no column "Prject"'],
    ['import', [fixture('toggl-detailed.csv'), '--map', 'Project=titel'], 'no field "titel"'],
    ['import', [fixture('toggl-detailed.csv'), '--map', 'Project'], 'is not column=field'],
    ['import', [fixture('toggl-detailed.csv'), '--date-order', 'ydm'], 'Choose ymd, mdy, dmy.'],
    [
      'import',
      [fixture('toggl-detailed.csv'), '--category', 'x=juggling'],
      'no category “juggling”',
    ],
    ['export', ['--out', 'x'], 'Say which format'],
    ['export', ['--format', 'xml', '--out', 'x'], 'there is no format "xml"'],
    ['export', ['--format', 'csv'], 'Say where to save it'],
    ['export', ['--format', 'csv', '--out', 'no/such/folder.csv'], 'its folder does not exist'],
  ])('%s %j is refused in one line', async (verb, args, message) => {
    const { on } = await started()
    const ended = await on(verb, ...args)
    expect(ended.code).toBe(1)
    expectRefusal(ended, message)
  })

  it('refuses a file of 200 MB by its size alone', async () => {
    const { on } = await started()
    mkdirSync(root, { recursive: true })
    const file = fileWith('')
    truncateSync(file, 200_000_000)
    const begun = performance.now()
    expectRefusal(await on('import', file), 'The file is too large: 191 MiB')
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('needs a profile for a table, and none for JSON', async () => {
    const on = (...args: string[]) => run(['--data-dir', newFolder(), ...args])
    expectRefusal(await on('import', fixture('toggl-detailed.csv')), 'There is no profile yet')
    expect((await on('import', fixture('loopready-v1.export'))).code).toBe(0)
  })
})
