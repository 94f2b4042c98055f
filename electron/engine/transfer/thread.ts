import { serveTask } from '../jobs/serve.ts'
import type { Done } from './bench.ts'
import { carryOut } from './carry-out.ts'
import type { Moment, Task } from './tasks.ts'

/** What the thread is started with. */
export type ThreadTask = Readonly<{ task: Task; dataDir: string; moment: Moment }>

await serveTask<ThreadTask, Done>(({ task, dataDir, moment }, work, turn) =>
  carryOut(task, dataDir, moment, work, turn),
)
