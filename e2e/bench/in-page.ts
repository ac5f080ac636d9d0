/*
 * These functions run inside the window: they are sent there as text, so each one stands alone.
 */

/** Types texts letter by letter; ms from each keystroke to the frame that shows its rows. */
export const measureTyping = async (texts: string[]): Promise<{ ms: number[]; longTasks: number }> => {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]')
  const grid = (): Element | null => document.querySelector('[role="grid"][aria-label="Attendees"]')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      })
    })
  let longTasks = 0
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  const ms: number[] = []
  const type = async (text: string): Promise<void> => {
    const start = performance.now()
    setValue?.call(input, text)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
    while (grid()?.getAttribute('aria-busy') === 'true') await new Promise((resolve) => setTimeout(resolve, 0))
    await painted()
    ms.push(performance.now() - start)
  }
  for (const text of texts)
    for (let length = 1; length <= text.length; length++) {
      await type(text.slice(0, length))
      await frame()
    }
  const kept = ms.slice()
  await type('')
  observer.disconnect()
  return { ms: kept, longTasks }
}

/** ms from a click on a tab, and from a jump of the scroll bar, to the frame that shows rows. */
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
    const start = performance.now()
    act()
    await Promise.resolve()
    do await frame()
    while (!shown())
    return performance.now() - start
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
