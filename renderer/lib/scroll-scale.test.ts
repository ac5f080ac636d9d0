import { describe, expect, it } from 'vitest'
import { MOST_PX, moved, scaleOf, toBar, toList } from './scroll-scale.ts'

const ROW = 44
const VIEWPORT = 700
const million = scaleOf(1_000_000 * ROW, VIEWPORT)
const END = million.whole - VIEWPORT

describe('scrolling a million rows', () => {
  it('reaches both ends, and the middle in the middle', () => {
    expect(million.element).toBe(MOST_PX)
    expect(toList(million, 0)).toBe(0)
    expect(toList(million, million.element - VIEWPORT)).toBeCloseTo(END)
    expect(toList(million, (million.element - VIEWPORT) / 2)).toBeCloseTo(END / 2)
    expect(toBar(million, toList(million, 1_234_567))).toBeCloseTo(1_234_567)
  })

  it('moves pixel by pixel with the wheel, wherever the reader is', () => {
    const position = 20_000_000
    const bar = toBar(million, position)
    expect(moved(million, position, bar, bar + 100)).toBe(position + 100)
    expect(moved(million, position, bar, bar - 120)).toBe(position - 120)
  })

  it('follows the bar when it is dragged, and its ends', () => {
    expect(moved(million, 0, 0, 6_000_000)).toBeCloseTo(toList(million, 6_000_000))
    expect(moved(million, 900, 200, 0)).toBe(0)
    expect(moved(million, END - 900, million.element - VIEWPORT - 50, million.element - VIEWPORT)).toBeCloseTo(END)
  })

  it('changes nothing for lists that fit', () => {
    const short = scaleOf(2_000 * ROW, VIEWPORT)
    expect(short.element).toBe(short.whole)
    expect(toList(short, 5_000)).toBe(5_000)
    expect(moved(short, 5_000, 5_000, 60_000)).toBe(60_000)
  })
})
