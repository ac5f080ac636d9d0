import { useId } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'

const c = classes(styles)

interface SelectFieldProps<T extends number> {
  label: string
  hint?: string
  value: T
  choices: readonly { value: T; text: string }[]
  disabled?: boolean
  onChoose: (value: T) => void
}

/** A labelled choice among a few numbers, with the system's own list. */
export const SelectField = <T extends number>({
  label,
  hint,
  value,
  choices,
  onChoose,
  ...rest
}: SelectFieldProps<T>) => {
  const id = useId()
  return (
    <div className={c('field')}>
      <label htmlFor={id} className={c('label')}>
        {label}
      </label>
      <select
        {...rest}
        id={id}
        className={c('input', 'select')}
        value={value}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => {
          const chosen = choices.find((one) => String(one.value) === event.target.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-note`} className={c('note')}>
          {hint}
        </p>
      )}
    </div>
  )
}
