import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How the window is arranged: no data of anybody, so the page may keep it itself. */
interface Layout {
  theme: Theme
  /** null: collapsed when the window is narrow. */
  railCollapsed: boolean | null
  /** Width of the rail at the left, in rem; null: the usual one. */
  railWidth: number | null
  /** Width of the pane at the right, in rem; null: by the width of the window. */
  paneWidth: number | null
}

/** The pane is never narrower or wider than this, in rem. */
export const PANE_WIDTH = { least: 20, most: 60, usual: 28 }

/** The same for the rail. */
export const RAIL_WIDTH = { least: 12, most: 26, usual: 15.5 }

const DEFAULTS: Layout = { theme: 'system', railCollapsed: null, railWidth: null, paneWidth: null }

interface Limits {
  least: number
  most: number
}

const within = ({ least, most }: Limits, width: number): number => Math.min(most, Math.max(least, width))

const readWidth = (limits: Limits, kept: unknown): number | null =>
  typeof kept === 'number' && Number.isFinite(kept) ? within(limits, kept) : null

/** What was kept, each part only when it is what it should be. */
export const readLayout = (kept: unknown): Layout => {
  const { theme, railCollapsed, railWidth, paneWidth } = (kept ?? {}) as { [K in keyof Layout]?: unknown }
  return {
    theme: THEMES.find((name) => name === theme) ?? DEFAULTS.theme,
    railCollapsed: typeof railCollapsed === 'boolean' ? railCollapsed : DEFAULTS.railCollapsed,
    railWidth: readWidth(RAIL_WIDTH, railWidth),
    paneWidth: readWidth(PANE_WIDTH, paneWidth),
  }
}

/** Reads what was kept while this module loads: everything that it needs stands above. */
export const useLayoutStore = create<Layout>()(
  persist(() => DEFAULTS, { name: 'layout', version: 1, merge: (kept) => readLayout(kept) }),
)

/** Sets the width of the pane in rem, within its limits; null goes back to the usual one. */
export const setPaneWidth = (width: number | null): void => {
  useLayoutStore.setState({ paneWidth: width === null ? null : within(PANE_WIDTH, width) })
}

/** Sets the width of the rail in rem, within its limits; null goes back to the usual one. */
export const setRailWidth = (width: number | null): void => {
  useLayoutStore.setState({ railWidth: width === null ? null : within(RAIL_WIDTH, width) })
}

/** Keeps the page's theme as chosen. */
export const followTheme = (): void => {
  const apply = ({ theme }: Layout): void => {
    const root = document.documentElement
    if (theme === 'system') root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', theme)
  }
  apply(useLayoutStore.getState())
  useLayoutStore.subscribe(apply)
}
