import { describe, expect, it } from 'vitest'
import { createCommandGate } from './command-gate.ts'

function gateAt() {
  const sent: string[] = []
  let now = 0
  const gate = createCommandGate(
    (command) => sent.push(command),
    () => now,
  )
  return { gate, sent, wait: (ms: number) => (now += ms) }
}

describe('the command gate', () => {
  it('holds a command back until the page listens, and sends it once', () => {
    const { gate, sent } = gateAt()
    gate.give('session.new')
    expect(sent).toEqual([])
    gate.open()
    gate.open()
    expect(sent).toEqual(['session.new'])
  })

  it('sends at once while the page listens', () => {
    const { gate, sent } = gateAt()
    gate.open()
    gate.give('go.log')
    expect(sent).toEqual(['go.log'])
  })

  it('holds back again while the page is loaded anew', () => {
    const { gate, sent } = gateAt()
    gate.open()
    gate.shut()
    gate.give('go.log')
    expect(sent).toEqual([])
    expect(gate.isOpen()).toBe(false)
  })

  it('drops a command that is too old to be expected', () => {
    const { gate, sent, wait } = gateAt()
    gate.give('report.save')
    wait(6000)
    gate.give('go.log')
    gate.open()
    expect(sent).toEqual(['go.log'])
  })
})
