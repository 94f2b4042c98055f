import type { ServerResponse } from 'node:http'
import { contract } from '#contract/index.ts'
import type { Engine } from '#engine/api.ts'
import { send, sendJson } from './answer.ts'

/** The reports that are being built for pages. */
export type Reports = Readonly<{
  /** Builds a report and answers with the PDF, or with the error. A page that goes away cancels its report. */
  build(input: unknown, res: ServerResponse): Promise<void>
  /** Cancels every report that is being built. */
  cancel(): void
}>

export function createReports(engine: Engine, onProgress: (done: number) => void): Reports {
  const running = new Set<AbortController>()

  return {
    async build(input, res) {
      const controller = new AbortController()
      running.add(controller)
      res.once('close', () => controller.abort())
      const { signal } = controller
      const answer = await engine
        .callUntrusted('report.build', input, { signal, onProgress })
        .finally(() => running.delete(controller))
      if (res.destroyed) return
      if (!answer.ok) return sendJson(res, 200, answer)
      const { fileName, pages, bytes } = contract['report.build'].output.parse(answer.value)
      res.setHeader('content-disposition', `attachment; filename="${plainName(fileName)}"`)
      res.setHeader('x-report-pages', pages)
      send(res, 200, 'application/pdf', bytes)
    },
    cancel() {
      for (const controller of running) controller.abort()
    },
  }
}

/** The name without anything that could end the header or leave the download folder. */
function plainName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_')
}
