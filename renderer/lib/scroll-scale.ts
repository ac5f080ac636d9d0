/**
 * A scrolling element ends near 33,554,400 px in Chromium, a million rows of 44 px need 44,000,000. So the element is at
 * most MOST_PX high, and its scroll position stands for a position in the whole list: dragging the bar moves through all
 * of it, while the wheel, touch and keys move pixel by pixel from wherever the reader is.
 */
export const MOST_PX = 12_000_000

export interface ScrollScale {
  /** Height of all rows, px. */
  whole: number
  /** Height of the element that scrolls, px. */
  element: number
  /** Height of the window onto it, px. */
  viewport: number
}

export const scaleOf = (whole: number, viewport: number): ScrollScale => ({
  whole,
  element: Math.min(whole, MOST_PX),
  viewport,
})

const ratio = ({ whole, element, viewport }: ScrollScale): number =>
  element <= viewport || element === whole ? 1 : (whole - viewport) / (element - viewport)

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0))

/** The position in the list that a scroll position stands for. */
export const toList = (scale: ScrollScale, scrollTop: number): number =>
  clamp(scrollTop * ratio(scale), scale.whole - scale.viewport)

/** Where the bar has to stand for a position in the list. */
export const toBar = (scale: ScrollScale, position: number): number =>
  clamp(position / ratio(scale), scale.element - scale.viewport)

/** A farther move than this in one frame was made with the bar (or a key that goes far), not with the wheel. */
const FAR_VIEWPORTS = 3

/** The position in the list after the element was scrolled from `before` to `scrollTop`. */
export const moved = (scale: ScrollScale, position: number, before: number, scrollTop: number): number => {
  const step = scrollTop - before
  const atEnd = scrollTop <= 0 || scrollTop >= scale.element - scale.viewport
  if (atEnd || Math.abs(step) > FAR_VIEWPORTS * scale.viewport) return toList(scale, scrollTop)
  return clamp(position + step, scale.whole - scale.viewport)
}
