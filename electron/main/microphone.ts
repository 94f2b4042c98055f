import type { Engine } from '#engine/api.ts'
import type { MicrophoneSwitch } from './security.ts'

/**
 * Knows whether the person has switched recording on, whichever shell did it. Off until the engine has been asked, and
 * whenever it cannot say: the session is locked before there is an engine.
 */
export function followMicrophone(): MicrophoneSwitch &
  Readonly<{ follow(engine: Pick<Engine, 'call' | 'onChange'>): Promise<void> }> {
  let isOn = false
  let ask = () => Promise.resolve(false)
  return {
    isOn: () => isOn,
    ask: () => ask(),
    async follow(engine) {
      ask = async () => {
        const answer = await engine.call('rehearsals.recordings', {})
        isOn = answer.ok && answer.value.on
        return isOn
      }
      engine.onChange((nouns) => {
        if (nouns.includes('rehearsals')) void ask()
      })
      await ask()
    },
  }
}
