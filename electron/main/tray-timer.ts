import type { Engine } from '#engine/api.ts'
import { formatDuration } from '#domain/duration.ts'
import { asSeconds, SECONDS_PER_MINUTE } from '#domain/units.ts'

/** What the tray says of the timer. */
export type TrayTimer = Readonly<{
  state: 'running' | 'paused'
  /** `Coding practice: 25m` */
  text: string
}>

/** How often the tray follows a running timer, in milliseconds. It shows whole minutes. */
const FOLLOWS_EVERY_MS = 20_000

/** Draws the timer in the tray: now, whenever it changes, and as its minutes pass. Returns the stop. */
export function followTimer(
  engine: Pick<Engine, 'call' | 'onChange'>,
  draw: (timer: TrayTimer | null) => void,
): () => void {
  let interval: NodeJS.Timeout | null = null
  let isStopped = false
  const rest = () => {
    if (interval !== null) clearInterval(interval)
    interval = null
  }
  const read = async () => {
    const timer = await trayTimer(engine)
    if (isStopped) return
    draw(timer)
    if (timer?.state !== 'running') return rest()
    interval ??= setInterval(() => void read(), FOLLOWS_EVERY_MS).unref()
  }
  const unsubscribe = engine.onChange((nouns) => {
    if (nouns.includes('timer')) void read()
  })
  void read()
  return () => {
    isStopped = true
    unsubscribe()
    rest()
  }
}

/** The timer as the tray shows it; null while there is none, or while the engine cannot say. */
async function trayTimer(engine: Pick<Engine, 'call'>): Promise<TrayTimer | null> {
  const answer = await engine.call('timer.get', {})
  if (!answer.ok || answer.value.timer === null) return null
  const { state, workedS, playbook, category } = answer.value.timer
  const found = await engine.call('playbooks.get', { id: playbook })
  const named = found.ok
    ? found.value.plan.categories.find(({ slug }) => slug === category)?.name
    : undefined
  const minutes = asSeconds(workedS - (workedS % SECONDS_PER_MINUTE))
  const paused = state === 'paused' ? ', paused' : ''
  return { state, text: `${named ?? category}: ${formatDuration(minutes)}${paused}` }
}
