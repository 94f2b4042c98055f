import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * `npm test`: every check and suite, one after the other, the later ones also when an earlier one failed; then one
 * line with the sum. A check such as the type check counts as one.
 */
type Counts = Readonly<{ passed: number; failed: number; skipped: number }>
type Suite = Readonly<{
  name: string
  command: string
  report?: string
  read?: (text: string) => Counts
}>

const results = 'test-results'
// Hundreds of processes are started from the same sources: the second need not compile them again.
const env = { ...process.env, NODE_COMPILE_CACHE: resolve('node_modules/.cache/node') }
const bin = (name: string) => `node_modules/.bin/${name}`

const suites: readonly Suite[] = [
  { name: 'format', command: `${bin('oxfmt')} --check` },
  { name: 'lint', command: bin('oxlint') },
  { name: 'types of the rules', command: `${bin('tsc')} -p tsconfig.pure.json` },
  { name: 'types of the engine and shells', command: `${bin('tsc')} -p tsconfig.node.json` },
  { name: 'types of the page', command: `${bin('tsc')} -p tsconfig.web.json` },
  { name: 'types of the end-to-end tests', command: `${bin('tsc')} -p tsconfig.e2e.json` },
  { name: 'dead code', command: bin('knip') },
  { name: 'build', command: `${bin('electron-vite')} build --logLevel warn` },
  {
    name: 'rules, engine and shells',
    command: `${bin('vitest')} run --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
    report: `${results}/unit.json`,
    read: unitCounts,
  },
  {
    name: 'end to end',
    command: `${bin('playwright')} test`,
    report: `${results}/e2e.json`,
    read: endToEndCounts,
  },
]

function unitCounts(text: string): Counts {
  const report = JSON.parse(text) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }
}

function endToEndCounts(text: string): Counts {
  const { stats } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

function run(suite: Suite): Counts {
  console.log(`\n— ${suite.name}`)
  const started = performance.now()
  const { status } = spawnSync(suite.command, { shell: true, stdio: 'inherit', env })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counts = counted(suite, status === 0)
  console.log(`  ${suite.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return counts
}

function counted(suite: Suite, succeeded: boolean): Counts {
  if (!suite.report || !suite.read)
    return { passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 }
  try {
    const counts = suite.read(readFileSync(suite.report, 'utf8'))
    // A suite that failed outside its tests, or ran none, has failed all the same.
    const hasFailed = !succeeded || counts.passed === 0
    return hasFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const only = process.argv.slice(2)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const sum = suites
  .filter((suite) => only.length === 0 || only.some((word) => suite.name.includes(word)))
  .map(run)
  .reduce((total, counts) => ({
    passed: total.passed + counts.passed,
    failed: total.failed + counts.failed,
    skipped: total.skipped + counts.skipped,
  }))
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`)
process.exitCode = sum.failed > 0 ? 1 : 0
