import { verbNamed } from '../command-line.ts'
import { helpOnAll, helpOnVerb } from '../help.ts'
import { defineVerb, type Verb } from '../verb.ts'

/** The verb that explains the verbs: those of a table that holds this one too, so it is asked for when it is needed. */
export function help(verbs: () => readonly Verb[]): Verb {
  return defineVerb({
    name: 'help',
    operands: '[verb]',
    takes: [0, 1],
    summary: 'Say what the verbs do',
    options: {},
    run: async ({ print }, _, [name]) => {
      print(name === undefined ? helpOnAll(verbs()) : helpOnVerb(verbNamed(name, verbs())))
    },
  })
}
