import { expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { createSchedule } from './schedule.ts'

const MINUTE = 60_000

it('comes after 20 to 50 minutes, each time anew, and not while the computer sleeps', () => {
  const clock = createVirtualClock(0)
  const randoms = [0, 1, 0.5, 0, 0]
  const due: number[] = []
  const schedule = createSchedule(
    clock,
    () => randoms.shift() ?? 0,
    () => due.push(clock.now() / MINUTE),
  )
  for (let minute = 0; minute < 80; minute += 1) clock.pass(MINUTE)
  expect(due).toEqual([20, 70])
  schedule.suspend()
  clock.pass(300 * MINUTE)
  expect(due).toHaveLength(2)
  schedule.resume()
  clock.pass(20 * MINUTE)
  expect(due).toHaveLength(3)
  schedule.stop()
  clock.pass(300 * MINUTE)
  expect(due).toHaveLength(3)
})
