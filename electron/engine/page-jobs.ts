import type { JobProgress, PageJob } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import type { Engine, JobOptions } from './api.ts'

/** The jobs that a page begins by their names; a record, so that none can be left out. */
const names: Readonly<Record<PageJob, true>> = {
  'transfer.unlock': true,
  'transfer.inspect': true,
  'transfer.preview': true,
  'transfer.import': true,
  'transfer.discard': true,
  'backups.make': true,
  'backups.adopt': true,
  'backups.preview': true,
  'backups.restore': true,
  'backups.remove': true,
  'backups.view': true,
  'backups.leave': true,
  'backups.encrypt': true,
  'backups.stopEncrypting': true,
  'backups.changePassphrase': true,
  'backups.encryptEarlier': true,
  'backups.removeUnencrypted': true,
  'backups.dismissRecovery': true,
  'diagnostics.check': true,
  'diagnostics.pageFailed': true,
}

/** The long work that a shell does for its pages, each piece under the id that its page gave it. */
export type PageJobs = Readonly<{
  /** Does a piece of work that can be canceled and says how far it is. The id is from outside. */
  run<T>(
    job: unknown,
    work: (options: Required<JobOptions>) => Promise<Result<T>>,
  ): Promise<Result<T>>
  /** Carries out a job of the engine by its name. All three are from outside. */
  call(job: unknown, name: unknown, input: unknown): Promise<Result<unknown>>
  /** Cancels one; an id that is not running is none. */
  cancel(job: unknown): void
  cancelAll(): void
}>

/** `onProgress` is told of every piece of work, with its id: a page picks out its own. */
export function createPageJobs(
  engine: Pick<Engine, 'callUntrusted'>,
  onProgress: (progress: JobProgress) => void,
): PageJobs {
  const running = new Map<string, AbortController>()

  const run: PageJobs['run'] = async (job, work) => {
    if (!isJobId(job) || running.has(job)) return badId
    const controller = new AbortController()
    running.set(job, controller)
    try {
      return await work({
        signal: controller.signal,
        onProgress: (done) => onProgress({ job, done }),
      })
    } finally {
      running.delete(job)
    }
  }

  return {
    run,
    call: async (job, name, input) =>
      isPageJob(name) ? run(job, (options) => engine.callUntrusted(name, input, options)) : noJob,
    cancel(job) {
      if (typeof job === 'string') running.get(job)?.abort()
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort()
    },
  }
}

function isPageJob(name: unknown): name is PageJob {
  return typeof name === 'string' && Object.hasOwn(names, name)
}

function isJobId(job: unknown): job is string {
  return typeof job === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(job)
}

const badId: Result<never> = {
  ok: false,
  error: { code: 'invalid-input', message: 'The work needs an id of its own, a UUID.' },
}
const noJob: Result<never> = {
  ok: false,
  error: { code: 'not-found', message: 'There is no such job for a page.' },
}
