import { beforeEach, describe, expect, it } from 'vitest'
import { usePaneStore } from './pane-store.ts'

const store = () => usePaneStore.getState()
const shown = (): string | null => {
  const { pane } = store()
  if (pane === null) return null
  return pane.kind === 'attendee' ? pane.id : `${pane.kind} ${pane.text}`
}

beforeEach(() => store().forget())

describe('the way back', () => {
  it('goes back and forward through people and resolve answers', () => {
    store().openAttendee('a')
    store().openResolve({ text: 'b', candidate: null, readings: [] })
    store().openAttendee('c')
    const seen: (string | null)[] = []
    for (const step of ['back', 'back', 'back', 'forward', 'forward', 'forward'] as const) {
      store()[step]()
      seen.push(shown())
    }
    expect(seen).toEqual(['resolve b', 'a', 'a', 'resolve b', 'c', 'c'])
  })

  it('opens what was closed again', () => {
    store().openAttendee('a')
    store().close()
    expect(shown()).toBeNull()
    store().back()
    expect(shown()).toBe('a')
  })

  it('does not count the same person twice, and a new one ends the way forward', () => {
    store().openAttendee('a')
    store().openAttendee('a')
    store().openAttendee('b')
    store().back()
    store().openAttendee('c')
    store().forward()
    expect(shown()).toBe('c')
    store().back()
    expect(shown()).toBe('a')
    expect(store().before).toEqual([])
  })

  it('keeps a bounded number of steps', () => {
    for (let index = 0; index < 200; index++) store().openAttendee(String(index))
    expect(store().before.length).toBe(50)
  })
})
