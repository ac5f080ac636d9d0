/** Something that the person can do by name: from the palette, a shortcut or the menu. */
export interface Command {
  /** Stable, for the menu and for tests: "tab.linkedin". */
  id: string
  title: string
  group: string
  /** As shown: "Ctrl+L"; null for commands without keys. */
  keys: string | null
  run: () => void
}
