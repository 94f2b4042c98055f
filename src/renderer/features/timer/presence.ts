/** When the person was last seen in this page, epoch milliseconds: opening it counts. */
let lastActiveMs = Date.now()
const listeners = new Set<() => void>()

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const

/** Seconds since the person last moved, pressed or scrolled anything in this page. Sleep counts: it is clock time. */
export function pageIdleSeconds(): number {
  return Math.max(0, Math.floor((Date.now() - lastActiveMs) / 1000))
}

/** Watches for signs of the person; `onBack` is told at the first one after `quietMs` without. Returns the stop. */
export function watchPresence(onBack: () => void, quietMs: number): () => void {
  const noted = () => {
    const nowMs = Date.now()
    const wasAway = nowMs - lastActiveMs >= quietMs
    lastActiveMs = nowMs
    if (wasAway) for (const listener of listeners) listener()
  }
  listeners.add(onBack)
  for (const sign of signs) window.addEventListener(sign, noted, { capture: true, passive: true })
  return () => {
    listeners.delete(onBack)
    for (const sign of signs) window.removeEventListener(sign, noted, { capture: true })
  }
}
