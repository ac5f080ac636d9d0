import type { IpcMainInvokeEvent } from 'electron'
import { expect, it } from 'vitest'
import { calls, type MainHandlers } from '#shared/ipc/contract.ts'
import { serve } from './serve.ts'

const ORIGIN = 'app://inspector'
const eventFrom = (url: string): IpcMainInvokeEvent =>
  ({ sender: { id: 1 }, senderFrame: { url, parent: null } }) as unknown as IpcMainInvokeEvent
const OURS = eventFrom(`${ORIGIN}/`)

const served = () => {
  const seen: unknown[] = []
  const copy = (input: unknown): null => {
    seen.push(input)
    return null
  }
  const groups = Object.fromEntries(Object.keys(calls).map((group) => [group, {}]))
  const handlers = { ...groups, system: { copy } } as unknown as MainHandlers
  return { seen, answer: serve(handlers, { windowId: () => 1, origin: ORIGIN }) }
}

it('answers a call of the contract with its handler, which gets the parsed input', async () => {
  const { seen, answer } = served()
  expect(await answer('system.copy', OURS, { text: 'a', more: 'b' })).toEqual({ ok: true, value: null })
  expect(seen).toEqual([{ text: 'a' }])
})

it.each([
  ['a foreign page', 'system.copy', eventFrom('https://example.org/')],
  ['a name that is no call', 'system.erase', OURS],
  ['a name that every object has', 'system.constructor', OURS],
])('refuses %s without reading the input', async (_who, channel, event) => {
  const { seen, answer } = served()
  const input = new Proxy({}, { get: () => expect.fail('the input was read') })
  expect(await answer(channel, event, input)).toMatchObject({ ok: false, error: { kind: 'refused' } })
  expect(seen).toEqual([])
})
