/*
 * These functions run inside the window: they are sent there as text, so each one stands alone.
 */

/**
 * Types texts letter by letter, each at the beginning of a frame. `frames`: ms to the frame that paints its rows (16.7 is
 * the very next one); `painted`: ms until that frame's layout and painting are done, too.
 */
export const measureTyping = async (
  texts: string[],
): Promise<{ frames: number[]; painted: number[]; longTasks: number }> => {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]')
  const grid = (): Element | null => document.querySelector('[role="grid"][aria-label="Attendees"]')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const done = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  let longTasks = 0
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  const frames: number[] = []
  const painted: number[] = []
  const type = async (text: string): Promise<void> => {
    const start = await frame()
    setValue?.call(input, text)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
    let at = await frame()
    while (grid()?.getAttribute('aria-busy') === 'true') at = await frame()
    frames.push(at - start)
    await done()
    painted.push(performance.now() - start)
  }
  for (const text of texts)
    for (let length = 1; length <= text.length; length++) {
      await type(text.slice(0, length))
      // A quick typist's pause; what is still being filled in behind goes on.
      for (let pause = 0; pause < 4; pause++) await frame()
    }
  const kept = { frames: frames.slice(), painted: painted.slice() }
  await type('')
  observer.disconnect()
  return { ...kept, longTasks }
}

/** ms from a click on a tab, and from a jump of the scroll bar, to the frame that paints rows. */
export const measureViews = async (): Promise<number[]> => {
  const shown = (): boolean => {
    const grid = document.querySelector('[role="grid"][aria-label="Attendees"]')
    const box = grid?.querySelector('[role="rowgroup"]')?.getBoundingClientRect()
    if (grid?.getAttribute('aria-busy') === 'true' || box === undefined) return false
    const rows = [...document.querySelectorAll('[role="row"][data-index]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > box.top && top < box.bottom
    })
    return rows.length > 5 && rows.every((row) => row.querySelector('[title], time, [dir="auto"]') !== null)
  }
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const until = async (act: () => void): Promise<number> => {
    const start = await frame()
    act()
    let at = await frame()
    while (!shown()) at = await frame()
    return at - start
  }
  const ms: number[] = []
  for (let round = 0; round < 4; round++)
    for (const tab of document.querySelectorAll<HTMLElement>('[role="tab"]')) {
      ms.push(await until(() => tab.click()))
      const scroller = document.querySelector('[role="grid"][aria-label="Attendees"] [role="rowgroup"]')
      ms.push(
        await until(() => {
          if (scroller !== null) scroller.scrollTop = scroller.scrollHeight * (0.2 + 0.15 * round)
        }),
      )
    }
  document.querySelector<HTMLElement>('[role="tab"]')?.click()
  return ms
}

/** Scrolls for three seconds, three screens a second and more: frame times, and frames that showed an empty row. */
export const measureScroll = async (): Promise<{ frames: number[]; blank: number; longTasks: number }> => {
  const scroller = document.querySelector<HTMLElement>('[role="grid"][aria-label="Attendees"] [role="rowgroup"]')
  const frames: number[] = []
  let blank = 0
  let longTasks = 0
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const hasBlank = (): boolean => {
    const box = scroller?.getBoundingClientRect()
    if (box === undefined) return true
    return [0.1, 0.5, 0.9].some((share) => {
      const row = document
        .elementFromPoint(box.left + 60, box.top + box.height * share)
        ?.closest('[role="row"][data-index]')
      return row === null || row === undefined || row.querySelector('[role="gridcell"]') === null
    })
  }
  let before = await frame()
  const end = before + 3_000
  for (let now = before; now < end; ) {
    scroller?.scrollBy(0, 120)
    now = await frame()
    frames.push(now - before)
    before = now
    if (hasBlank()) blank += 1
  }
  observer.disconnect()
  return { frames, blank, longTasks }
}
