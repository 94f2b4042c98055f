import type { Bridge } from '#contract/bridge.ts'
import { createBrowserBridge } from './browser-bridge.ts'

declare global {
  /** Put there by the desktop shell's preload; absent in a browser. */
  var loopready: Bridge | undefined
}

/** The shell that this page runs in. */
export const bridge: Bridge = globalThis.loopready ?? createBrowserBridge()
