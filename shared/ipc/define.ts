import type * as z from 'zod'
import type { Outcome } from './outcome.ts'

/** A request from the window to main. Both sides are parsed in main. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I
  output: O
}

export type Calls = Record<string, Record<string, Call>>
export type Events = Record<string, z.ZodType>

export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({ input, output })

/** What main must implement: every call of the contract, no more. */
export type Handlers<C extends Calls> = {
  [G in keyof C]: {
    [N in keyof C[G]]: (
      input: z.output<C[G][N]['input']>,
    ) => z.input<C[G][N]['output']> | Promise<z.input<C[G][N]['output']>>
  }
}

/** What the window gets: `api.group.name(input)` answers with an outcome and never rejects. */
export type Client<C extends Calls, E extends Events> = {
  [G in keyof C]: {
    [N in keyof C[G]]: (input: z.input<C[G][N]['input']>) => Promise<Outcome<z.output<C[G][N]['output']>>>
  }
} & {
  /** Subscribes to an event of main; returns the unsubscribe function. */
  on: <N extends keyof E>(event: N, listener: (payload: z.output<E[N]>) => void) => () => void
}

/** Channel names as they cross the bridge: `group.name`. */
export const channelsOf = (calls: Calls): string[] =>
  Object.entries(calls).flatMap(([group, names]) => Object.keys(names).map((name) => `${group}.${name}`))
