import type { ExportFormat } from '../domain/cases.ts'

const EXTENSIONS: Record<ExportFormat, string> = { markdown: 'md', json: 'json' }
const MOST = 60

/**
 * A name for an exported case that every file system takes: letters and digits of the title, joined by dashes. The
 * fixed beginning keeps reserved names ("CON") and hidden files apart.
 */
export const exportFileName = (title: string, format: ExportFormat): string => {
  const words = title
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+/, '')
  const short = [...words].slice(0, MOST).join('').replace(/-+$/, '')
  return `case${short === '' ? '' : `-${short.toLowerCase()}`}.${EXTENSIONS[format]}`
}
