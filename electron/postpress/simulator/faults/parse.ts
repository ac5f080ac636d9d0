import { ROUTE_NAMES, type RouteName } from '../routes.ts'
import { FAULT_NAMES, type FaultName, faultKind } from './kinds.ts'

/** A fault that is switched on. */
export interface FaultSpec {
  name: FaultName
  /** Part of the requests that get it, 0 to 1. */
  rate: number
  /** Only on this route. */
  route?: RouteName
  /** See the kind's `argument`. */
  argument?: number
  /** Stops after this many times. */
  times?: number
}

/** A fault that cannot be understood; the message names what can. */
export class FaultError extends Error {}

const SHAPE = /^([a-z0-9-]+)(?::(\d+))?(?:@([a-z-]+))?=(\d*\.?\d+)$/

/** `name=rate`, `name@route=rate`, `name:number@route=rate`. Throws a FaultError. */
export const parseFault = (text: string): FaultSpec => {
  const [, name = '', number, route, rate] = SHAPE.exec(text) ?? []
  if (name === '')
    throw new FaultError(`"${text}" is not a fault. Write name=rate, name@route=rate or name:number@route=rate.`)
  return checkFault({
    name,
    rate: Number(rate),
    ...(route === undefined ? {} : { route }),
    ...(number === undefined ? {} : { argument: Number(number) }),
  })
}

interface Unchecked {
  name: string
  rate: number
  route?: string
  argument?: number
  times?: number
}

/** Checks names and ranges. Throws a FaultError. */
export const checkFault = ({ name, rate, route, argument, times }: Unchecked): FaultSpec => {
  const known = FAULT_NAMES.find((candidate) => candidate === name)
  if (known === undefined) throw new FaultError(`There is no fault "${name}". Faults: ${FAULT_NAMES.join(', ')}.`)
  if (!(rate >= 0 && rate <= 1)) throw new FaultError(`The rate of ${name} must be a number from 0 to 1.`)
  const kind = faultKind(known)
  if (argument !== undefined && kind.argument === undefined) throw new FaultError(`${name} takes no number.`)
  const on = ROUTE_NAMES.find((candidate) => candidate === route)
  if (route !== undefined && on === undefined)
    throw new FaultError(`There is no route "${route}". Routes: ${ROUTE_NAMES.join(', ')}.`)
  if (on !== undefined && kind.routes !== undefined && !kind.routes.includes(on))
    throw new FaultError(`${name} only works on: ${kind.routes.join(', ')}.`)
  return {
    name: known,
    rate,
    ...(on === undefined ? {} : { route: on }),
    ...(argument === undefined ? {} : { argument }),
    ...(times === undefined ? {} : { times }),
  }
}
