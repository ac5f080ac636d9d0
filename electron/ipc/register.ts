import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Outcome } from '#shared/ipc/outcome.ts'

/** Answers one call of the contract. Never rejects. */
export type AnswerCall = (channel: string, event: IpcMainInvokeEvent, raw: unknown) => Promise<Outcome<unknown>>

// The names come from the contract at build time: what runs before the window opens loads no schema.
declare const __CHANNELS__: string[]

/**
 * The only place that registers IPC handlers: one per call of the contract, before the app behind them is loaded. A call
 * that comes earlier waits for it.
 */
export const registerCalls = (running: Promise<{ answer: AnswerCall }>): void => {
  for (const channel of __CHANNELS__)
    ipcMain.handle(channel, async (event, raw: unknown) => (await running).answer(channel, event, raw))
}
