import type { Elsewhere } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { IdentifierKind } from '#shared/domain/records.ts'
import type { StoredIdentifier } from '../identifiers.ts'
import { rowsOfKey, rowsOfName } from '../keys.ts'
import { labelOf } from '../labels.ts'
import { keyOf } from '../match-keys.ts'
import { readRows, toRow } from '../rows.ts'
import type { Store } from '../statements.ts'

const CERTAIN_KINDS = new Set<IdentifierKind>(['member-number', 'phone', 'email', 'public', 'internal', 'username'])

const MOST_ELSEWHERE = 20

/** Attendees that share an identifier: never merged, each with its evidence. */
export const elsewhereOf = (
  store: Store,
  ownRow: number | null,
  provider: Provider,
  identifiers: StoredIdentifier[],
): Elsewhere[] => {
  const found = new Map<number, Elsewhere>()
  const add = (rows: number[], evidence: string, certainty: Elsewhere['certainty']): void => {
    const others = rows.filter((row) => row !== ownRow && !found.has(row)).slice(0, MOST_ELSEWHERE)
    for (const data of readRows(store, others)) found.set(data.row, { row: toRow(data, null), evidence, certainty })
  }
  for (const one of identifiers.filter(({ kind }) => CERTAIN_KINDS.has(kind)))
    add(
      rowsOfKey(store, keyOf(provider, one), MOST_ELSEWHERE + 1),
      `Same ${labelOf(provider, one.kind, one.product)}: ${one.display}`,
      'certain',
    )
  for (const { value, kind } of identifiers.filter(({ kind: of }) => of === 'public' || of === 'username'))
    add(
      rowsOfName(store, value, MOST_ELSEWHERE + 1),
      `Equal ${labelOf(provider, kind, null).toLowerCase()}: ${value}`,
      'possible',
    )
  return [...found.values()]
}
