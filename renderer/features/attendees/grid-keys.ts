/** Where a key takes the reader in a list of `count` rows; null when the key is not about moving. */
export const rowAfterKey = (key: string, current: number, count: number, pageRows: number): number | null => {
  const targets: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + pageRows,
    PageUp: current - pageRows,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  return target === undefined || count === 0 ? null : Math.min(Math.max(target, 0), count - 1)
}
