/**
 * Reads class names out of a CSS module: `const c = classes(styles)`, then `c('row', isOpen && 'open')`.
 * Falsy names are skipped. ui/classes.test.ts checks that every name used exists in its module.
 */
export const classes =
  (module: Readonly<Record<string, string>>) =>
  (...names: (string | false | null | undefined)[]): string =>
    names.flatMap((name) => (name ? [module[name] ?? name] : [])).join(' ')
