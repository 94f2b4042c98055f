import { describe, expect, it } from 'vitest'
import { ariaKeysOf, keysOf, matches, type KeyPress } from './shortcuts.ts'

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }
}

describe('matches', () => {
  it('takes Ctrl as the modifier elsewhere and Cmd on a Mac, never the other one', () => {
    const save = { key: 'e', mod: true }
    expect(matches(save, press('e', { ctrlKey: true }), false)).toBe(true)
    expect(matches(save, press('e', { metaKey: true }), true)).toBe(true)
    expect(matches(save, press('e', { metaKey: true }), false)).toBe(false)
    expect(matches(save, press('e', { ctrlKey: true }), true)).toBe(false)
  })

  it('does not take a plain key for a combination or the other way round', () => {
    expect(matches({ key: '1' }, press('1', { ctrlKey: true }), false)).toBe(false)
    expect(matches({ key: '1', mod: true }, press('1'), false)).toBe(false)
  })

  it('tells undo from redo by Shift, whatever case the key arrives in', () => {
    const undo = { key: 'z', mod: true }
    const redo = { key: 'z', mod: true, shift: true }
    const shifted = press('Z', { ctrlKey: true, shiftKey: true })
    expect(matches(undo, shifted, false)).toBe(false)
    expect(matches(redo, shifted, false)).toBe(true)
  })

  it('takes "?" with or without Shift, as keyboards differ', () => {
    expect(matches({ key: '?' }, press('?', { shiftKey: true }), false)).toBe(true)
    expect(matches({ key: '?' }, press('?'), false)).toBe(true)
  })

  it('leaves Shift+N and everything with Alt alone', () => {
    expect(matches({ key: 'n' }, press('N', { shiftKey: true }), false)).toBe(false)
    expect(matches({ key: 'n' }, press('n', { altKey: true }), false)).toBe(false)
  })
})

describe('a letter with Shift', () => {
  it('is another shortcut than the letter alone', () => {
    const stop = { key: 't', shift: true }
    expect(matches(stop, press('T', { shiftKey: true }), false)).toBe(true)
    expect(matches(stop, press('t'), false)).toBe(false)
    expect(matches({ key: 't' }, press('T', { shiftKey: true }), false)).toBe(false)
  })
})

describe('keysOf', () => {
  it('prints the keys as the platform has them', () => {
    const redo = { key: 'z', mod: true, shift: true }
    expect(keysOf(redo, false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keysOf(redo, true)).toEqual(['⌘', '⇧', 'Z'])
    expect(ariaKeysOf(redo, false)).toBe('Control+Shift+Z')
  })
})
