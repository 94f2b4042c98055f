import type { ServerResponse } from 'node:http'
import type { Result } from '#contract/errors.ts'
import { contract } from '#contract/index.ts'
import type { Engine, JobOptions } from '#engine/api.ts'
import type { PageJobs } from '#engine/page-jobs.ts'
import { send, sendJson } from './answer.ts'

/** The long work that pages ask for over HTTP. The page that asks makes up the id; when it goes away, it is canceled. */
export type HostJobs = Readonly<{
  /** Carries out a job by its name and answers with its result. */
  call(job: unknown, name: string, input: unknown, res: ServerResponse): Promise<void>
  /** Builds a report and answers with the file, or with the error. */
  report(job: unknown, input: unknown, res: ServerResponse): Promise<void>
  /** Writes an export and answers with the file, or with the error. */
  export(job: unknown, input: unknown, res: ServerResponse): Promise<void>
}>

export function createHostJobs(
  engine: Pick<Engine, 'callUntrusted'>,
  jobs: Pick<PageJobs, 'run' | 'call' | 'cancel'>,
): HostJobs {
  /** The answer of a job, or null when nobody is there any more to hear it. */
  const done = async (job: unknown, res: ServerResponse, running: Promise<Result<unknown>>) => {
    res.once('close', () => jobs.cancel(job))
    const answer = await running
    return res.destroyed ? null : answer
  }
  const file = (
    name: 'report.build' | 'transfer.export',
    job: unknown,
    input: unknown,
    res: ServerResponse,
  ) =>
    done(
      job,
      res,
      jobs.run(job, (options: JobOptions) => engine.callUntrusted(name, input, options)),
    )

  return {
    async call(job, name, input, res) {
      const answer = await done(job, res, jobs.call(job, name, input))
      if (answer !== null) sendJson(res, 200, answer)
    },
    async report(job, input, res) {
      const answer = await file('report.build', job, input, res)
      if (answer === null) return
      if (!answer.ok) return sendJson(res, 200, answer)
      const { fileName, pages, bytes, notices } = contract['report.build'].output.parse(
        answer.value,
      )
      res.setHeader('x-report-pages', pages)
      // A header holds no letters but these.
      res.setHeader('x-report-notices', encodeURIComponent(JSON.stringify(notices)))
      // As with exports: other than a PDF, which a browser shows safely, it is a file to keep.
      const isPdf = fileName.endsWith('.pdf')
      sendFile(res, fileName, isPdf ? 'application/pdf' : 'application/octet-stream', bytes)
    },
    async export(job, input, res) {
      const answer = await file('transfer.export', job, input, res)
      if (answer === null) return
      if (!answer.ok) return sendJson(res, 200, answer)
      const { fileName, sessions, bytes } = contract['transfer.export'].output.parse(answer.value)
      res.setHeader('x-export-sessions', sessions)
      // Not the type of its content: it is a file to keep, for the page and for whoever opens this address otherwise.
      sendFile(res, fileName, 'application/octet-stream', bytes)
    },
  }
}

function sendFile(res: ServerResponse, fileName: string, type: string, bytes: Uint8Array): void {
  res.setHeader('content-disposition', `attachment; filename="${plainName(fileName)}"`)
  send(res, 200, type, bytes)
}

/** The name without anything that could end the header or leave the download folder. */
function plainName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_')
}
