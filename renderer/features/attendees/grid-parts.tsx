import type { ComponentProps } from 'react'

/*
 * The grid's roles in one place. Table elements cannot be used: virtual rows are positioned one by one, which takes the
 * table semantics away from them. Focus lives on rows (one tab stop), not on cells.
 */

export const GridRoot = (props: ComponentProps<'div'>) => (
  // biome-ignore lint/a11y/useSemanticElements: see the note at the top.
  <div {...props} role="grid" />
)

export const GridRows = (props: ComponentProps<'div'>) => (
  // biome-ignore lint/a11y/useSemanticElements: see the note at the top.
  <div {...props} role="rowgroup" />
)

export const GridRow = (props: ComponentProps<'div'>) => (
  // biome-ignore lint/a11y/useSemanticElements: see the note at the top.
  // biome-ignore lint/a11y/useFocusableInteractive: data rows get their tabIndex from the caller; the header has none.
  <div {...props} role="row" />
)

export const GridCell = (props: ComponentProps<'div'>) => (
  // biome-ignore lint/a11y/useSemanticElements: see the note at the top.
  // biome-ignore lint/a11y/useFocusableInteractive: focus lives on rows.
  <div {...props} role="gridcell" />
)

export const GridHeading = (props: ComponentProps<'div'>) => (
  // biome-ignore lint/a11y/useSemanticElements: see the note at the top.
  // biome-ignore lint/a11y/useFocusableInteractive: focus lives on rows.
  <div {...props} role="columnheader" />
)
