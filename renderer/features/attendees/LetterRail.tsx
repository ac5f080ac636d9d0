import { classes } from '../../ui/classes.ts'
import styles from './LetterRail.module.css'
import { useLetterStore } from './letter-store.ts'

const c = classes(styles)

/** Letters of other scripts are reached by their key or by the bar: a rail of thousands would help nobody. */
const isShown = (letter: string): boolean => /^[A-Z#]$/.test(letter)

/** Below this the whole list is a few screens. */
const FEWEST_ROWS = 300

interface LetterRailProps {
  count: number
  onJump: (index: number) => void
}

/** A to Z beside the scroll bar. With the keyboard the same is done by typing the letter in the list. */
export const LetterRail = ({ count, onJump }: LetterRailProps) => {
  const letters = useLetterStore((state) => state.letters).filter(({ letter }) => isShown(letter))
  if (count < FEWEST_ROWS || letters.length < 2) return null
  return (
    <nav aria-label="Jump to a letter" className={c('rail')}>
      {letters.map(({ letter, index }) => (
        <button
          key={letter}
          type="button"
          tabIndex={-1}
          className={c('letter')}
          aria-label={letter === '#' ? 'Names without a letter' : letter}
          onClick={() => onJump(index)}
        >
          {letter}
        </button>
      ))}
    </nav>
  )
}
