/**
 * What `make` makes, made at its first use. The first of Intl's formats costs a process ten milliseconds: none is made
 * while an app starts.
 */
export const atFirstUse = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
