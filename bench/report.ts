import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../tests/support/chromium.ts'
import { buildReport } from '#engine/report/build.ts'
import type { ReportData } from '#engine/report/model.ts'
import { assetsDir, sampleData } from '#engine/report/sample-data.ts'

/**
 * The PDF report beside Chromium's own print to PDF of the same content, tagged and with bookmarks like ours: the HTML
 * that the app makes of it. Both in one run, each in processes of its own; medians. The ratio is the figure to
 * compare between machines. Time is from the request to the finished file with the code loaded: ours with reading its
 * fonts and nothing warm, Chromium's with a new page in an open browser. Memory is the most that the process, or all of the
 * browser's processes, took together (shared pages counted once; Linux only).
 *
 *     node bench/report.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 5)
const sizes = [
  { name: 'small: 7 stories, 12 weeks', stories: 7, sessions: 84 },
  { name: 'large: 100 stories, 5 years', stories: 100, sessions: 5 * 365 },
] as const
type Figures = Readonly<{
  seconds: number
  /** Of processor time: what other work on the machine does not stretch. */
  worked: number
  mebibytes: number
  kibibytes: number
}>

const folder = mkdtempSync(path.join(tmpdir(), 'loopready-bench-'))
try {
  for (const size of sizes) await compare(size)
} finally {
  rmSync(folder, { recursive: true })
}

async function compare({ name, stories, sessions }: (typeof sizes)[number]) {
  const data = withVariedTexts(sampleData({ stories, sessions }))
  const json = path.join(folder, 'data.json')
  const html = path.join(folder, 'report.html')
  writeFileSync(json, JSON.stringify(data))
  writeFileSync(html, (await buildReport(data, { assetsDir, format: 'html' })).bytes)
  const all: { ours: Figures; theirs: Figures }[] = []
  for (let round = 0; round < rounds; round += 1)
    all.push({ ours: await built(json), theirs: await printed(html) })
  console.log(`${name}; ${all.length} rounds`)
  for (const [what, unit] of [
    ['seconds', 's'],
    ['worked', 's of processor'],
    ['mebibytes', 'MiB'],
    ['kibibytes', 'KiB'],
  ] as const) {
    const digits = unit.startsWith('s') ? 2 : 0
    const [ours, theirs, ratio] = [
      median(all.map((round) => round.ours[what])),
      median(all.map((round) => round.theirs[what])),
      median(all.map((round) => round.ours[what] / round.theirs[what])),
    ]
    console.log(
      `  ${unit.padEnd(14)} ours ${ours.toFixed(digits).padStart(6)}   Chromium ${theirs.toFixed(digits).padStart(6)}   ${ratio.toFixed(2)} x`,
    )
  }
}

/** What a process of its own needs for the report. It waits for a line, so that its start is not counted. */
async function built(json: string): Promise<Figures> {
  const file = path.join(folder, 'ours.pdf')
  const script = `
    import { once } from 'node:events'
    import { readFileSync, writeFileSync } from 'node:fs'
    import { buildReport } from '#engine/report/build.ts'
    const data = JSON.parse(readFileSync(${JSON.stringify(json)}, 'utf8'))
    console.log('ready')
    await once(process.stdin, 'data')
    const [started, before] = [performance.now(), process.cpuUsage()]
    const { bytes } = await buildReport(data, { assetsDir: ${JSON.stringify(assetsDir)} })
    writeFileSync(${JSON.stringify(file)}, bytes)
    const { user, system } = process.cpuUsage(before)
    console.log('took ' + (performance.now() - started) + ' worked ' + (user + system) / 1000)
    process.stdin.destroy()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const memory = watched(child.pid ?? 0)
  let said = ''
  for await (const part of child.stdout) {
    said += String(part)
    if (said.includes('ready') && !child.stdin.writableEnded) child.stdin.end('go\n')
  }
  const [, took, worked] = /took ([\d.]+) worked ([\d.]+)/.exec(said) ?? []
  if (took === undefined) throw new Error('The report was not built.')
  return {
    seconds: Number(took) / 1000,
    worked: Number(worked) / 1000,
    mebibytes: memory.most(),
    kibibytes: statSync(file).size / 1024,
  }
}

async function printed(html: string): Promise<Figures> {
  const { executablePath, env } = await findChromium()
  const server = await chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
  const pid = server.process().pid ?? 0
  const memory = watched(pid)
  const browser = await chromium.connect(server.wsEndpoint())
  const file = path.join(folder, 'theirs.pdf')
  const [started, before] = [performance.now(), workOf(pid)]
  const page = await browser.newPage()
  await page.goto(pathToFileURL(html).href)
  const options = { format: 'A4', tagged: true, outline: true, printBackground: true } as const
  writeFileSync(file, await page.pdf(options))
  const seconds = (performance.now() - started) / 1000
  const worked = workOf(pid) - before
  const mebibytes = memory.most()
  await browser.close()
  await server.close()
  return { seconds, worked, mebibytes, kibibytes: statSync(file).size / 1024 }
}

/** Looks every 30 ms at what a process and all that it started take together, in MiB. */
function watched(pid: number): Readonly<{ most: () => number }> {
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, processesOf(pid).reduce((sum, each) => sum + shareOf(each), 0) / 1024)
  }, 30)
  return {
    most: () => {
      clearInterval(look)
      return most
    },
  }
}

function processesOf(pid: number): readonly number[] {
  const parents = new Map(
    listed('/proc').flatMap((name) => {
      const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : ''
      const parent = /\) \S (\d+)/.exec(stat)?.[1]
      return parent === undefined ? [] : [[Number(name), Number(parent)] as const]
    }),
  )
  const isOf = (each: number | undefined): boolean =>
    each === pid || (each !== undefined && each > 1 && isOf(parents.get(each)))
  return [...parents.keys()].filter(isOf)
}

/** The proportional set size in KiB: a page that n processes share counts an nth for each. */
function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

/** Seconds of processor time that a process and all that it started have used. */
function workOf(pid: number): number {
  const ticks = processesOf(pid).map((each) => {
    const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(read(`/proc/${each}/stat`)) ?? []
    return Number(user ?? 0) + Number(system ?? 0)
  })
  return ticks.reduce((sum, each) => sum + each, 0) / 100
}

function listed(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}

/** Empty where a process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * The same data with stories of which none repeats another, from 4,000 words of which some are common and most are
 * rare, as in a language: texts that repeat would flatter what keeps shaped words.
 */
function withVariedTexts(data: ReportData): ReportData {
  let seed = 7
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % most
  }
  const syllables = 'ka lo mi ren tor vas que dim ple stra ing er tion able con pre re un fla gri'
  const parts = syllables.split(' ')
  const words = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + below(3) }, () => parts[below(parts.length)]).join(''),
  )
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.min(below(4000), below(4000))]).join(' ')
  return {
    ...data,
    stories: data.stories.map((each) => ({
      ...each,
      story: {
        ...each.story,
        parts: {
          situation: text(80),
          task: text(60),
          action: text(160),
          result: text(80),
          reflection: text(40),
          growth: text(40),
        },
        formats: { ...each.story.formats, '2min': each.story.formats['2min'] && text(280) },
      },
    })),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
