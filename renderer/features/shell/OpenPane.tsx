import type { Passport } from '#shared/domain/attendees.ts'
import { type Pane as OpenedPane, usePaneStore } from '../../state/pane-store.ts'
import { AddToCase } from '../cases/AddToCase.tsx'
import { ConvertView } from '../convert/ConvertView.tsx'
import { AttendeePassport } from '../passport/AttendeePassport.tsx'
import { PassportView } from '../passport/PassportView.tsx'
import { PersonPrivacy } from '../privacy/PersonPrivacy.tsx'
import { ResolveView } from '../resolve/ResolveView.tsx'
import { Pane } from './Pane.tsx'

const actionsOf = (passport: Passport) => <AddToCase passport={passport} />

/** Puts a person or a resolve answer into the pane. */
export const OpenPane = ({ pane, overlay }: { pane: OpenedPane; overlay: boolean }) => {
  const { close, openAttendee } = usePaneStore()
  if (pane.kind === 'attendee') {
    return (
      <Pane title="Passport" shown={pane.id} overlay={overlay} onClose={close}>
        <AttendeePassport id={pane.id} onOpen={openAttendee} renderActions={actionsOf} />
        <PersonPrivacy id={pane.id} />
      </Pane>
    )
  }
  if (pane.kind === 'convert') {
    return (
      <Pane title="Convert" shown={`${pane.ticket}`} overlay={overlay} onClose={close}>
        <ConvertView question={pane} />
      </Pane>
    )
  }
  return (
    <Pane title="Resolve" shown={`${pane.ticket}`} overlay={overlay} onClose={close}>
      <ResolveView
        question={pane}
        renderPassport={(passport) => (
          <PassportView passport={passport} onOpen={openAttendee} actions={actionsOf(passport)} />
        )}
      />
    </Pane>
  )
}
