import { parentPort, workerData } from 'node:worker_threads'
import { emptyLog } from '../storage/close-log.ts'
import { answerRequest, type ThreadDesk } from '../threads/answer-request.ts'
import type { ThreadAnswer, ThreadRequest } from '../threads/messages.ts'
import { failureOf, type StoredThing } from '../threads/storage-failure.ts'
import { copyDaily } from './daily-copy.ts'
import { emptyBin } from './forget.ts'
import { createMethods } from './methods.ts'
import { openNotebook } from './open.ts'
import type { NotebookThreadData } from './thread.ts'

const NOTEBOOK: StoredThing = {
  name: 'notebook',
  whenDamaged: 'The file with your cases and notes is damaged: restart the app, it keeps what can be read.',
}

const serve = (): void => {
  const port = parentPort
  if (port === null) return
  const { key, actor, ...place } = workerData as NotebookThreadData
  try {
    const { db, told } = openNotebook({ ...place, key: key === null ? null : Buffer.from(key) })
    emptyBin(db)
    copyDaily(db, Date.now())
    const methods = createMethods(db, actor) as unknown as ThreadDesk['methods']
    const desk: ThreadDesk = { db, methods, port, thing: NOTEBOOK }
    port.on('message', (request: ThreadRequest) => answerRequest(desk, request, () => void emptyLog(db)))
    port.postMessage({ ready: true, told } satisfies ThreadAnswer)
  } catch (error) {
    port.postMessage({ refused: failureOf(error, NOTEBOOK) } satisfies ThreadAnswer)
    port.close()
  }
}

serve()
