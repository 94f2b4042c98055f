import type { PlainPage } from './answer.ts'

/** What to do for whoever is not let in. */
export const howToOpen = 'Start Loopready again (npm start): it opens a fresh address.'

/** For a used, old or wrong one-time address, and for a browser without the cookie. */
export const startAgain: PlainPage = {
  title: 'This address does not open Loopready',
  sentences: ['An address works once, and for one minute.', howToOpen],
}

/** Moves on to the app by itself: see `open` in routes.ts. */
export const movingOn: PlainPage = {
  title: 'Opening Loopready',
  sentences: [],
  link: 'follow',
}

/** For a link to the app on a page of another site. */
export const fromElsewhere: PlainPage = {
  title: 'Loopready is not opened from another site',
  sentences: [howToOpen],
}

/** For a path that names no file. */
export const nothingHere: PlainPage = {
  title: 'There is nothing at this address',
  sentences: [],
  link: 'offer',
}

/** For another user of the same machine. */
export const otherUser: PlainPage = {
  title: 'This Loopready belongs to another user',
  sentences: ['Start your own to use it.'],
}
