import fc from 'fast-check'
import type * as z from 'zod'

/** What this reads of a zod schema: its kind and its parts. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  options?: z.ZodType[]
  values?: unknown[]
  entries?: Record<string, string>
}

/**
 * Values that a schema of the contract accepts or nearly accepts: the right shape with texts of `texts` and numbers of
 * any size. Throws for a kind of schema that it does not know, so that no call is left out by accident.
 */
export const nearValid = (schema: z.ZodType, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> => {
  const definition = schema.def as unknown as Definition
  const inner = (): fc.Arbitrary<unknown> =>
    definition.innerType === undefined ? fc.constant(undefined) : nearValid(definition.innerType, texts)
  switch (definition.type) {
    case 'null':
      return fc.constant(null)
    case 'string':
      return texts
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(fc.nat(500), fc.integer(), fc.constantFrom(-1, 2 ** 31, 1e9))
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}))
    case 'nullable':
      return fc.option(inner())
    case 'optional':
      return fc.option(inner(), { nil: undefined })
    case 'default':
      return inner()
    case 'array':
      return fc.array(nearValid(definition.element as z.ZodType, texts), { maxLength: 5 })
    case 'union':
      return fc.oneof(...(definition.options ?? []).map((option) => nearValid(option, texts)))
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(definition.shape ?? {}).map(([name, part]) => [name, nearValid(part, texts)]),
        ),
      )
    default:
      throw new Error(`No values are made for a schema of kind ${definition.type}.`)
  }
}
