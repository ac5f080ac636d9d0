import { pictureOf } from '../picture.ts'
import { binary, ok } from '../reply.ts'
import { hasPicture, wireAttendee } from '../wire/attendee.ts'
import type { Attendee } from '../world/attendees.ts'
import { param, type RouteContext, type RouteHandler } from './context.ts'
import { continueAfter, filterText, firstAfter, keyPage, notFound, pageRequest } from './pages.ts'

/** GET /chat_attendees */
export const listAttendees: RouteHandler = ({ world, query, about }) => {
  const request = pageRequest(query)
  const after = continueAfter(request)
  const account_id = filterText(query, request, 'account_id')
  if (account_id !== undefined) about(account_id)
  const list = world.attendees(account_id)
  const start = after === null ? 0 : firstAfter(list, (attendee) => attendee.id > after.last_id)
  const page = list.slice(start, start + request.limit)
  const filters = account_id === undefined ? {} : { account_id }
  return ok(
    keyPage(
      'ChatAttendeeList',
      page,
      request,
      filters,
      (last) => ({ last_id: last.id }),
      (attendee) => wireAttendee(world, attendee),
    ),
  )
}

const attendeeOf = (context: RouteContext): Attendee => {
  const attendee = context.world.attendee(param(context, 0))
  if (attendee === undefined) throw notFound('Attendee')
  context.about(attendee.account.id)
  return attendee
}

/** GET /chat_attendees/{id} */
export const getAttendee: RouteHandler = (context) => ok(wireAttendee(context.world, attendeeOf(context)))

/** GET /chat_attendees/{id}/picture */
export const getPicture: RouteHandler = (context) => {
  const attendee = attendeeOf(context)
  if (!hasPicture(context.world, attendee)) throw notFound('Picture')
  return binary(pictureOf(context.world.seed, attendee.person), 'image/png')
}
