import type { MessageBoxOptions } from 'electron'
import type { CallError } from '#contract/errors.ts'

/** The title and text of the box that says why the app cannot start. */
export function cannotStart(error: Pick<CallError, 'message' | 'hint'>): readonly [string, string] {
  return ['Loopready cannot start', [error.message, error.hint ?? ''].filter(Boolean).join('\n\n')]
}

/** Button 0 restarts, button 1 quits. */
export const ENGINE_STOPPED: MessageBoxOptions = {
  type: 'error',
  title: 'Loopready',
  message: 'The part of Loopready that reads and writes your data has stopped.',
  detail:
    'Everything that was saved is on disk. What you were typing is not saved yet: copy it before you restart.',
  buttons: ['Restart Loopready', 'Quit'],
  defaultId: 0,
  cancelId: 1,
  noLink: true,
}

/** Button 0 restarts, button 1 quits. */
export const MAIN_STOPPED: MessageBoxOptions = {
  type: 'error',
  title: 'Loopready',
  message: 'Loopready ran into an error that it cannot go on from.',
  detail:
    'Everything that was saved is on disk. A report without any of your texts is in the “crashes” folder of your data; it is sent nowhere.',
  buttons: ['Restart Loopready', 'Quit'],
  defaultId: 0,
  cancelId: 1,
  noLink: true,
}

/** Button 0 loads the page anew, button 1 quits. */
export const PAGE_STOPPED: MessageBoxOptions = {
  type: 'error',
  title: 'Loopready',
  message: 'The Loopready window has stopped.',
  detail: 'Everything that was saved is on disk. What was being typed is lost.',
  buttons: ['Open It Again', 'Quit'],
  defaultId: 0,
  cancelId: 1,
  noLink: true,
}

/** The key of quick add cannot be had for all apps. */
export const KEY_TAKEN: MessageBoxOptions = {
  type: 'info',
  title: 'Loopready',
  message: 'Another app has the key already, or the system does not give it.',
  detail: 'Quick add still opens by this key while Loopready has the keyboard.',
  buttons: ['OK'],
  noLink: true,
}

/** Button 0 replaces the file, button 1 goes back. */
export function replaceQuestion(fileName: string): MessageBoxOptions {
  return {
    type: 'question',
    title: 'Loopready',
    message: `“${fileName}” exists already. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
}
