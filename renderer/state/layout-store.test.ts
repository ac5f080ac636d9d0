import { describe, expect, it } from 'vitest'
import { PANE_WIDTH, RAIL_WIDTH, readLayout } from './layout-store.ts'

describe('readLayout', () => {
  it('keeps what is whole', () => {
    const kept = { theme: 'dark', railCollapsed: true, railWidth: 18, paneWidth: 33 }
    expect(readLayout(kept)).toEqual(kept)
  })

  it.each([null, undefined, 'dark', [], { theme: 'pink', railCollapsed: 'yes', paneWidth: Number.NaN }])(
    'falls back to the usual arrangement for %j',
    (kept) =>
      expect(readLayout(kept)).toEqual({ theme: 'system', railCollapsed: null, railWidth: null, paneWidth: null }),
  )

  it('brings pane and rail back into their limits', () => {
    expect(readLayout({ railWidth: 1 }).railWidth).toBe(RAIL_WIDTH.least)
    expect(readLayout({ railWidth: 9_999 }).railWidth).toBe(RAIL_WIDTH.most)
    expect(readLayout({ paneWidth: 1 }).paneWidth).toBe(PANE_WIDTH.least)
    expect(readLayout({ paneWidth: 9_999 }).paneWidth).toBe(PANE_WIDTH.most)
  })
})
