import type { CSSProperties } from 'react'
import { hueOf, initialsOf } from '../lib/initials.ts'
import styles from './Avatar.module.css'
import { classes } from './classes.ts'

const c = classes(styles)

/** Initials on a tint that stays the same for one `seed`. Decoration: the name stands beside it. */
export const Avatar = ({ name, seed, size = 'small' }: { name: string; seed: string; size?: 'small' | 'large' }) => (
  <span className={c('avatar', size)} style={{ '--avatar-hue': hueOf(seed) } as CSSProperties} aria-hidden="true">
    {initialsOf(name)}
  </span>
)
