import { serveTask } from '../jobs/serve.ts'
import { carryOutBackup } from './tasks.ts'

await serveTask(carryOutBackup)
