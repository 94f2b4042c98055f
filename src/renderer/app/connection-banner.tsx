import { Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import { bridge } from '../bridge/bridge.ts'
import './connection-banner.css'

/** Says that the engine cannot be reached, for as long as that is so. */
export function ConnectionBanner() {
  const [connected, setConnected] = useState(true)
  useEffect(() => bridge.onConnection(setConnected), [])
  return (
    <output className="app-connection" data-lost={!connected || undefined}>
      {!connected && (
        <>
          <Unplug aria-hidden />
          <span>
            <strong>Loopready does not answer.</strong> What you typed is still here, and this
            window goes on by itself once Loopready runs. If it was stopped, start it again.
          </span>
        </>
      )}
    </output>
  )
}
