import { ArrowLeftRight, CornerDownLeft, Search, X } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { shortcutText } from '../../lib/platform.ts'
import { MAX_TEXT, useFilterStore } from '../../state/filter-store.ts'
import { useIdentifiedStore } from '../../state/identified-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './SearchBar.module.css'
import { SearchHint } from './SearchHint.tsx'

const c = classes(styles)

interface SearchBarProps {
  inputRef: RefObject<HTMLInputElement | null>
  onResolve: () => void
  onConvert: () => void
  /** Enter: the caller opens the best match, or resolves when there is none. */
  onEnter: () => void
  /** Arrow down: into the list. */
  onLeave: () => void
}

/** The one search box: names and pasted identifiers, with what the text is said below it. */
export const SearchBar = ({ inputRef, onResolve, onConvert, onEnter, onLeave }: SearchBarProps) => {
  const text = useFilterStore((state) => state.filters.text)
  const change = useFilterStore((state) => state.change)
  const resolvable = useIdentifiedStore((state) => (state.identified?.candidates.length ?? 0) > 0)
  const clear = () => {
    change({ text: '' })
    inputRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      event.stopPropagation()
      clear()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onEnter()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      onLeave()
    }
  }
  return (
    <search className={c('bar')}>
      <div className={c('line')}>
        <div className={c('box')}>
          <Search size={15} aria-hidden className={c('icon')} />
          <input
            ref={inputRef}
            type="search"
            className={c('input')}
            aria-label="Search or paste an identifier"
            aria-describedby="search-hint"
            placeholder="Search or paste an identifier"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            dir="auto"
            maxLength={MAX_TEXT}
            value={text}
            onChange={(event) => change({ text: event.target.value })}
            onKeyDown={onKeyDown}
          />
          {text === '' ? (
            <kbd className={c('key')}>{shortcutText('L')}</kbd>
          ) : (
            <IconButton label="Clear search" icon={X} shortcut="Esc" onClick={clear} />
          )}
        </div>
        <Button size="large" icon={CornerDownLeft} disabled={!resolvable} onClick={onResolve}>
          Resolve
        </Button>
        <Button size="large" icon={ArrowLeftRight} title={shortcutText('E')} onClick={onConvert}>
          Convert
        </Button>
      </div>
      <SearchHint />
    </search>
  )
}
