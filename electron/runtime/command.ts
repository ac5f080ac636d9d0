import { announce } from './project.ts'

/**
 * Runs a command of this project. What it throws is meant for the person at the terminal, so they see the message
 * without a stack trace (INSPECTOR_DEBUG=1 shows it), and the exit code is 1.
 * @param work answers the exit code
 */
export const asCommand = async (work: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await work()
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
    announce(`\n${process.env['INSPECTOR_DEBUG'] ? (stack ?? message) : message}`)
    process.exitCode = 1
  }
}
