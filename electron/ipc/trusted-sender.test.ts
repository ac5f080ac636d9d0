import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { isTrustedSender } from './trusted-sender.ts'

const ORIGIN = 'app://inspector'
const page = { url: 'app://inspector/', parent: null }
const from = (sender: number, senderFrame: object | null | undefined): boolean =>
  isTrustedSender({ sender: { id: sender }, senderFrame } as unknown as IpcMainInvokeEvent, {
    windowId: () => 7,
    origin: ORIGIN,
  })

describe('a sender is trusted', () => {
  it('when it is the main frame of the window on the app’s own page', () => expect(from(7, page)).toBe(true))

  it.each([
    ['a frame that is gone', 7, null],
    ['no frame at all', 7, undefined],
    ['a sub-frame', 7, { ...page, parent: page }],
    ['another window', 8, page],
    ['another page', 7, { ...page, url: 'https://example.com/' }],
    ['a page whose host begins alike', 7, { ...page, url: 'app://inspector.example.com/' }],
    ['a page that carries the address as user', 7, { ...page, url: 'https://app:inspector@example.com/' }],
    ['a blank page', 7, { ...page, url: 'about:blank' }],
    ['no address', 7, { ...page, url: '' }],
  ])('not when it is %s', (_what, sender, frame) => expect(from(sender, frame)).toBe(false))

  it('not when there is no window', () =>
    expect(
      isTrustedSender({ sender: { id: 7 }, senderFrame: page } as unknown as IpcMainInvokeEvent, {
        windowId: () => null,
        origin: ORIGIN,
      }),
    ).toBe(false))
})
