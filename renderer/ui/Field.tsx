import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'

const c = classes(styles)

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  hint?: string
  error?: string | undefined
}

/** A labelled text input with a hint and, when it is wrong, an error that is read with it. */
export const TextField = ({ label, hint, error, ...rest }: TextFieldProps) => {
  const id = useId()
  return (
    <div className={c('field')}>
      <label htmlFor={id} className={c('label')}>
        {label}
      </label>
      <input
        {...rest}
        id={id}
        className={c('input', error && 'wrong')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
      />
      {(error || hint) && (
        <p id={`${id}-note`} className={c('note', error && 'error')}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'id' | 'type'> {
  label: string
  hint?: ReactNode
}

/** A labelled check box with an explanation. */
export const Checkbox = ({ label, hint, ...rest }: CheckboxProps) => {
  const id = useId()
  return (
    <div className={c('check')}>
      <input
        {...rest}
        type="checkbox"
        id={id}
        className={c('box')}
        aria-describedby={hint ? `${id}-note` : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-note`} className={c('note')}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
