import { expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import type { OpenedNotebook } from '../notebook/notebook.ts'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { createLateNotebook } from './late-notebook.ts'

const HOUR = 3_600_000

const notebookOf = (open: () => Promise<{ told: string | null }>) => {
  const clock = createVirtualClock()
  const seen: string[] = []
  const opening = async (): Promise<OpenedNotebook> => {
    seen.push('open')
    const { told } = await open()
    return {
      told,
      close: async () => void seen.push('close'),
      copyDaily: async (at: number) => {
        seen.push(`copy ${at}`)
        throw new AppError('storage', 'The disk is gone.')
      },
    } as unknown as OpenedNotebook
  }
  const late = createLateNotebook(opening, clock, (error) => void seen.push(String(error)))
  return { clock, seen, late }
}

it('opens once: for whoever asks first, or by itself in a moment', async () => {
  const { late, seen, clock } = notebookOf(async () => ({ told: null }))
  late.soon()
  expect(seen).toEqual([])
  const [one, other] = await Promise.all([late.get(), late.get()])
  expect(one).toBe(other)
  clock.pass(60_000)
  expect(seen).toEqual(['open'])
  expect(await late.told).toBeNull()

  const alone = notebookOf(async () => ({ told: 'It was damaged.' }))
  alone.late.soon()
  alone.clock.pass(60_000)
  expect(await alone.late.told).toBe('It was damaged.')
  await alone.late.close()
  expect(alone.seen).toEqual(['open', 'close'])
})

it('is not opened only to be closed', async () => {
  const { late, seen, clock } = notebookOf(async () => ({ told: null }))
  late.soon()
  await late.close()
  clock.pass(60_000)
  expect(seen).toEqual([])
})

it('says why it cannot be opened, and refuses everybody who asks', async () => {
  const { late } = notebookOf(() =>
    Promise.reject(new AppError('storage', 'The disk is full.', { advice: 'Free some.' })),
  )
  await expect(late.get()).rejects.toThrow('The disk is full.')
  await expect(late.get()).rejects.toThrow('The disk is full.')
  expect(await late.told).toBe('The disk is full. Free some.')
  await late.close()
})

it('tries again when the reason has passed, and closes what it opened', async () => {
  let full = true
  const { late, seen } = notebookOf(async () => {
    if (full) throw new AppError('storage', 'The disk is full.', { retryable: true })
    return { told: null }
  })
  await late.tried()
  expect(await late.told).toBe('The disk is full.')
  full = false
  await late.get()
  await late.close()
  expect(seen).toEqual(['open', 'open', 'close'])
})

it('looks every hour whether a copy is due, as long as it is open, and goes on when one fails', async () => {
  const { late, seen, clock } = notebookOf(async () => ({ told: null }))
  clock.pass(10 * HOUR)
  const start = clock.now()
  await late.get()
  expect(seen).toEqual(['open'])
  clock.pass(HOUR)
  clock.pass(HOUR)
  await Promise.resolve()
  expect(seen.filter((line) => line.startsWith('copy'))).toEqual([`copy ${start + HOUR}`, `copy ${start + 2 * HOUR}`])
  expect(seen.filter((line) => line.includes('The disk is gone.'))).toHaveLength(2)
  await late.close()
  clock.pass(10 * HOUR)
  expect(seen.at(-1)).toBe('close')
})
