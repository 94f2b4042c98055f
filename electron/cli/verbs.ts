import type { Verb } from './verb.ts'
import { categories } from './verbs/categories.ts'
import { demo } from './verbs/demo.ts'
import { help } from './verbs/help.ts'
import { redo, undo } from './verbs/history.ts'
import { init } from './verbs/init.ts'
import { log } from './verbs/log.ts'
import { report } from './verbs/report.ts'
import { sessions } from './verbs/sessions.ts'
import { start } from './verbs/start.ts'
import { status } from './verbs/status.ts'
import { stories } from './verbs/stories.ts'
import { story } from './verbs/story.ts'
import { stop } from './verbs/stop.ts'
import { switchTo } from './verbs/switch.ts'
import { discard, pause, resume, timer } from './verbs/timer.ts'

/** Everything that can be done from the terminal, in the order in which help lists it. */
export const verbs: readonly Verb[] = [
  init,
  log,
  start,
  stop,
  timer,
  pause,
  resume,
  switchTo,
  discard,
  sessions,
  stories,
  story,
  status,
  report,
  categories,
  undo,
  redo,
  demo,
  help(() => verbs),
]
