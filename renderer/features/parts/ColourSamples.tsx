import { classes } from '../../ui/classes.ts'
import styles from './PartsPage.module.css'
import { Sample } from './Sample.tsx'

const c = classes(styles)

const ROLES = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'hover',
  'selected',
  'line',
  'line-strong',
  'control-line',
  'text',
  'text-soft',
  'text-faint',
  'accent',
  'accent-wash',
  'ok',
  'ok-wash',
  'warn',
  'warn-wash',
  'danger',
  'danger-wash',
  'violet',
  'violet-wash',
  'focus',
  'tip',
] as const

const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', '2xl'] as const

/** Colour roles and type scale of the tokens. */
export const ColourSamples = () => (
  <>
    <Sample name="Colour roles">
      <ul className={c('swatches')}>
        {ROLES.map((role) => (
          <li key={role} className={c('swatch')}>
            <span className={c('colour')} style={{ background: `var(--${role})` }} />
            {role}
          </li>
        ))}
      </ul>
    </Sample>
    <Sample name="Type scale">
      <div className={c('type')}>
        {SIZES.map((size) => (
          <span key={size} style={{ fontSize: `var(--text-${size})` }}>
            {size} · Why known? 0123456789
          </span>
        ))}
        <span style={{ fontFamily: 'var(--mono)' }}>ACoAAD6afU8BpY1bes1y288F9AAtjZ</span>
      </div>
    </Sample>
  </>
)
