import type { RouteName } from '../routes.ts'
import { createDice } from '../world/dice.ts'
import { type FaultKind, faultKind } from './kinds.ts'
import { checkFault, type FaultSpec, parseFault } from './parse.ts'

/** A fault that strikes this request. */
export interface Strike {
  kind: FaultKind
  argument: number
  /** How often it struck, this time included. */
  strikes: number
}

/** Faults that are on. Seeded: the n-th request of a route always draws the same. */
export interface Faults {
  /** Replaces all faults; throws a FaultError and changes nothing when one is wrong. Starts the draws anew. */
  set(specs: readonly (string | FaultSpec)[]): void
  /**
   * Which faults strike the next request of the route, in the order in which they were set; with those that change the
   * world and struck before, on any route.
   */
  draw(route: RouteName): Strike[]
}

interface Active {
  spec: FaultSpec
  left: number
  strikes: number
}

const isLasting = ({ spec, strikes }: Active): boolean => strikes > 0 && faultKind(spec.name).world !== undefined

export const createFaults = (seed: number): Faults => {
  let active: Active[] = []
  let requests = new Map<RouteName, number>()

  const strikes = (entry: Active, position: number, route: RouteName, request: number): boolean => {
    const { spec } = entry
    const routes = spec.route === undefined ? faultKind(spec.name).routes : [spec.route]
    if (routes !== undefined && !routes.includes(route)) return false
    if (entry.left <= 0 || !createDice(seed, 'fault', position, route, request).chance(spec.rate)) return false
    entry.left -= 1
    entry.strikes += 1
    return true
  }

  return {
    set: (specs) => {
      const checked = specs.map((spec) => (typeof spec === 'string' ? parseFault(spec) : checkFault(spec)))
      active = checked.map((spec) => ({ spec, left: spec.times ?? Number.POSITIVE_INFINITY, strikes: 0 }))
      requests = new Map()
    },
    draw: (route) => {
      const request = requests.get(route) ?? 0
      requests.set(route, request + 1)
      return active
        .filter((entry, position) => strikes(entry, position, route, request) || isLasting(entry))
        .map(({ spec, strikes: count }) => {
          const kind = faultKind(spec.name)
          return { kind, argument: spec.argument ?? kind.argument?.usual ?? 0, strikes: count }
        })
    },
  }
}
