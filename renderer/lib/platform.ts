const onMac = (): boolean => globalThis.navigator?.platform.startsWith('Mac') ?? false

/** Ctrl, or Command on a Mac. */
export const hasCommandKey = (event: { ctrlKey: boolean; metaKey: boolean }): boolean =>
  onMac() ? event.metaKey : event.ctrlKey

/** "Alt+←", or "⌥←" on a Mac. */
export const altText = (key: string): string => (onMac() ? `⌥${key}` : `Alt+${key}`)

/** "Ctrl+L", or "⌘L" on a Mac. */
export const shortcutText = (key: string): string => (onMac() ? `⌘${key}` : `Ctrl+${key}`)
