/** The value below which a share of the figures lies. */
export const percentile = (figures: number[], share: number): number => {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits))

export interface Latencies {
  p50_ms: number
  p95_ms: number
  p99_ms: number
  max_ms: number
}

export const latencies = (ms: number[]): Latencies => ({
  p50_ms: rounded(percentile(ms, 0.5)),
  p95_ms: rounded(percentile(ms, 0.95)),
  p99_ms: rounded(percentile(ms, 0.99)),
  max_ms: rounded(Math.max(...ms)),
})
