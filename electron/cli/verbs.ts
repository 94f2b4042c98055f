import type { Verb } from './verb.ts'
import { add } from './verbs/add.ts'
import { backup } from './verbs/backup.ts'
import { categories } from './verbs/categories.ts'
import { deleteSessions } from './verbs/delete.ts'
import { check } from './verbs/check.ts'
import { demo } from './verbs/demo.ts'
import { doctor } from './verbs/doctor.ts'
import { due } from './verbs/due.ts'
import { edit } from './verbs/edit.ts'
import { exportData } from './verbs/export.ts'
import { help } from './verbs/help.ts'
import { metric } from './verbs/metric.ts'
import { redo, undo } from './verbs/history.ts'
import { importFile } from './verbs/import.ts'
import { init } from './verbs/init.ts'
import { log } from './verbs/log.ts'
import { loop } from './verbs/loop.ts'
import { mocks } from './verbs/mocks.ts'
import { playbook } from './verbs/playbook.ts'
import { questions } from './verbs/questions.ts'
import { next, readiness } from './verbs/readiness.ts'
import { report } from './verbs/report.ts'
import { restore } from './verbs/restore.ts'
import { search } from './verbs/search.ts'
import { sessions } from './verbs/sessions.ts'
import { start } from './verbs/start.ts'
import { status } from './verbs/status.ts'
import { stories } from './verbs/stories.ts'
import { story } from './verbs/story.ts'
import { stop } from './verbs/stop.ts'
import { switchTo } from './verbs/switch.ts'
import { discard, pause, resume, timer } from './verbs/timer.ts'
import { trash } from './verbs/trash.ts'

/** Everything that can be done from the terminal, in the order in which help lists it. */
export const verbs: readonly Verb[] = [
  init,
  log,
  add,
  start,
  stop,
  timer,
  pause,
  resume,
  switchTo,
  discard,
  sessions,
  search,
  edit,
  deleteSessions,
  trash,
  stories,
  story,
  due,
  loop,
  mocks,
  questions,
  check,
  metric,
  status,
  readiness,
  next,
  report,
  exportData,
  importFile,
  backup,
  restore,
  doctor,
  categories,
  playbook,
  undo,
  redo,
  demo,
  help(() => verbs),
]
