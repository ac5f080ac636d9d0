import type { Passport } from '#shared/domain/attendees.ts'
import type { RealApp } from './real-app.ts'

const PASSPHRASE = 'three words and a half'

/** Whom the requests are about: somebody who is probably cached under other accounts too, and an open case. */
export interface Found {
  /** The server that is connected. */
  app: Pick<RealApp, 'simulator'>
  passport: Passport
  /** The workspace that was connected. */
  workspaceId: string
  caseId: string
  pinKey: string
}

type Request = [channel: string, payload: (found: Found) => unknown]

const nothing = (): null => null
const person = ({ passport }: Found) => ({ kind: 'attendee', id: passport.attendeeId })
const ofCase = ({ caseId: id }: Found) => ({ id })
const ofPin = ({ caseId: id, pinKey: key }: Found) => ({ id, key })
const ofPerson = ({ passport }: Found) => ({ id: passport.attendeeId })
const ofWorkspace = ({ workspaceId: id }: Found) => ({ id })
const everybody = { text: '', provider: null, accountId: null, reason: null, sort: 'name', effort: 'full' }

/** Each call of the contract once, as the window makes it, in an order in which each can do what it is for. */
export const ORDINARY_REQUESTS: readonly Request[] = [
  ['workspaces.state', nothing],
  ['accounts.list', nothing],
  ['accounts.overview', nothing],
  ['accounts.soleGroups', nothing],
  ['accounts.soleMembers', () => ({ chatId: 'any' })],
  ['attendees.list', () => ({ ...everybody, offset: 0, limit: 50 })],
  ['attendees.count', () => everybody],
  ['attendees.letters', () => everybody],
  ['attendees.passport', ofPerson],
  ['people.identify', () => ({ text: '+33612345678', provider: null })],
  [
    'people.resolve',
    () => ({ text: '+33612345678', candidate: null, accountId: null, product: null, mode: 'live', overBudget: false }),
  ],
  ['people.convert', () => ({ text: '+33612345678', candidate: null })],
  ['raw.keeping', nothing],
  ['raw.keep', () => ({ on: true })],
  [
    'raw.of',
    ({ passport: { attendeeId, account, provider } }) => ({
      attendeeId,
      accountId: account.id,
      provider,
      internalId: null,
    }),
  ],
  ['sync.status', nothing],
  ['sync.pause', nothing],
  ['sync.resume', nothing],
  ['sync.start', () => ({ accountId: null, depth: 'rest' })],
  ['sync.cancel', nothing],
  ['sync.report', nothing],
  ['cases.create', (found) => ({ title: 'Case', ticket: 'T-1', person: person(found) })],
  ['cases.list', nothing],
  ['cases.read', ofCase],
  ['cases.rename', (found) => ({ ...ofCase(found), title: 'Another', ticket: '' })],
  ['cases.setStatus', (found) => ({ ...ofCase(found), status: 'closed' })],
  ['cases.editNotes', (found) => ({ ...ofCase(found), notes: 'seen' })],
  ['cases.pin', (found) => ({ ...ofCase(found), person: person(found) })],
  ['cases.annotate', (found) => ({ ...ofPin(found), note: 'that one' })],
  ['cases.unpin', ofPin],
  ['cases.repin', ofPin],
  ['cases.holding', (found) => ({ person: person(found) })],
  ['cases.export', (found) => ({ ...ofCase(found), format: 'markdown', to: 'clipboard' })],
  ['cases.remove', ofCase],
  ['cases.restore', ofCase],
  [
    'links.decide',
    (found) => ({ person: person(found), otherId: found.passport.elsewhere[0]?.row.id, verdict: 'confirmed' }),
  ],
  ['system.copy', () => ({ text: 'x' })],
  ['system.openLink', () => ({ url: 'https://www.linkedin.com/in/satyanadella' })],
  ['system.takeLocation', nothing],
  ['system.linkTo', () => ({ kind: 'resolve', text: 'x' })],
  ['system.about', nothing],
  ['privacy.settings', nothing],
  [
    'privacy.saveSettings',
    () => ({
      lockMinutes: 10,
      lockWithScreen: true,
      clearClipboard: true,
      protectContent: false,
      retentionDays: 30,
    }),
  ],
  ['privacy.previewForget', ofPerson],
  ['privacy.exportPerson', (found) => ({ ...ofPerson(found), format: 'csv' })],
  ['privacy.audit', () => ({ before: null })],
  ['privacy.exportAudit', nothing],
  ['privacy.forget', ofPerson],
  ['privacy.forgotten', nothing],
  ['privacy.allowAgain', () => ({ no: 1 })],
  [
    'workspaces.connect',
    ({ app: { simulator } }) => ({ name: 'Ours', url: simulator.url, key: simulator.key, remember: true }),
  ],
  ['workspaces.testKey', ofWorkspace],
  ['workspaces.removeKey', ofWorkspace],
  ['workspaces.unlock', (found) => ({ ...ofWorkspace(found), key: found.app.simulator.key, remember: true })],
  ['workspaces.setPassphrase', (found) => ({ ...ofWorkspace(found), passphrase: PASSPHRASE })],
  ['privacy.lock', nothing],
  ['privacy.unlock', () => ({ key: null })],
  ['workspaces.enterPassphrase', (found) => ({ ...ofWorkspace(found), passphrase: PASSPHRASE })],
  ['workspaces.startOver', ofWorkspace],
  ['workspaces.openDemo', nothing],
  ['workspaces.open', ofWorkspace],
  ['workspaces.close', nothing],
  ['workspaces.remove', ofWorkspace],
  ['privacy.eraseAll', () => ({ confirmed: 'erase everything' })],
]

/** Somebody whom something links with another attendee. */
export const findPerson = async ({ handlers }: RealApp): Promise<Passport> => {
  const query = { ...everybody, sort: 'name', effort: 'full', offset: 0, limit: 100 } as const
  const { rows } = await handlers.attendees.list(query)
  for (const { id, isSelf } of rows) {
    const passport = await handlers.attendees.passport({ id })
    if (!isSelf && passport.elsewhere.length > 0) return passport
  }
  throw new Error('The demo world links nobody with anybody.')
}
