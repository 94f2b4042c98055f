/** Whether the keyboard has Cmd where others have Ctrl. */
export const isMac: boolean = /mac/i.test(navigator.platform)
