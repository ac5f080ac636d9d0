import { memo } from 'react'
import { marksOf } from '#shared/text/marks.ts'
import { classes } from './classes.ts'
import styles from './Marked.module.css'

const c = classes(styles)

/** A text with the parts that match a query marked. Short queries and long texts are cheap; nothing is parsed as HTML. */
export const Marked = memo(({ text, query }: { text: string; query: string }) => {
  const marks = query === '' ? [] : marksOf(text, query)
  if (marks.length === 0) return text
  return (
    <>
      {marks.map(([from, to], index) => (
        <span key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark className={c('mark')}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
})
