import type { Bridge } from '#contract/bridge.ts'
import { createBrowserBridge } from './browser-bridge.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to the platform's Window
  interface Window {
    /** Put there by the desktop shell's preload; absent in a browser. */
    readonly loopready?: Bridge
  }
}

/** The shell that this page runs in. */
export const bridge: Bridge = window.loopready ?? createBrowserBridge()
