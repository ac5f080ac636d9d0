/** Facts of a profile as label and value, in order. What the provider does not say is left out, never shown as "no". */
export interface Details {
  text(label: string, value: string | null): void
  count(label: string, value: number | null): void
  flag(label: string, value: boolean | null): void
  list(): { label: string; value: string }[]
}

export const createDetails = (): Details => {
  const found: { label: string; value: string }[] = []
  const text = (label: string, value: string | null): void => {
    if (value !== null && value !== '') found.push({ label, value })
  }
  return {
    text,
    count: (label, value) => text(label, value === null ? null : value.toLocaleString('en-US')),
    flag: (label, value) => text(label, value === null ? null : value ? 'Yes' : 'No'),
    list: () => found,
  }
}
