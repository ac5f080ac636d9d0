import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { IdentifiedText } from '#shared/domain/identified.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { readingWord } from '../../lib/words.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import {
  chooseReading,
  isSameReading,
  type Reading,
  readingsOf,
  useIdentifiedStore,
} from '../../state/identified-store.ts'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { readsAsName } from './reads-as-name.ts'
import styles from './SearchHint.module.css'

const c = classes(styles)

const Mark = ({ reading }: { reading: Candidate }) => (
  <ProviderMark provider={reading.provider === 'postpress' ? null : reading.provider} />
)

const One = ({ reading: { candidate, cached } }: { reading: Reading }) => (
  <>
    <Mark reading={candidate} />
    <strong className={c('what')}>{readingWord(candidate)}</strong>
    <span className={c('state')}>{cached ? 'cached' : 'not cached'}</span>
    <span className={c('why')}>{candidate.why}</span>
  </>
)

const Several = ({ readings, asName }: { readings: Reading[]; asName: boolean }) => {
  const chosen = useIdentifiedStore((state) => state.chosen)
  const current = chosen ?? (asName ? null : (readings[0]?.candidate ?? null))
  return (
    <>
      <span className={c('lead')}>{asName ? 'A name, or a' : 'Could be a'}</span>
      <ul className={c('chips')} aria-label="Readings">
        {readings.map(({ candidate, cached }) => (
          <li key={`${candidate.provider} ${candidate.kind} ${candidate.value}`}>
            <button
              type="button"
              className={c('chip')}
              aria-pressed={isSameReading(candidate, current)}
              title={candidate.why}
              onClick={() => chooseReading(candidate)}
            >
              <Mark reading={candidate} />
              {readingWord(candidate)}
              {cached && <span className={c('state')}>cached</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Reject codes that only mean "this is a name": the search answers, nothing is wrong. */
const QUIET = new Set(['empty', 'not-an-identifier'])

const hintFor = (identified: IdentifiedText | null, text: string): ReactNode => {
  const readings = identified === null ? [] : readingsOf(identified)
  const [first] = readings
  if (identified !== null && readings.length > 1) {
    return <Several readings={readings} asName={readsAsName(identified)} />
  }
  if (first !== undefined) return <One reading={first} />
  if (identified?.reject !== undefined && !QUIET.has(identified.reject)) {
    return (
      <>
        <TriangleAlert size={13} aria-hidden className={c('warn')} />
        <span className={c('what')}>{identified.message}</span>
      </>
    )
  }
  return text.trim() === '' ? (
    <span className={c('why')}>
      Names, headlines, phone numbers, profile links, user names, internal and postpress IDs
    </span>
  ) : null
}

/** One quiet line under the search box: what the pasted text is. It keeps its height, so nothing below it moves. */
export const SearchHint = () => {
  const identified = useIdentifiedStore((state) => state.identified)
  const text = useFilterStore((state) => state.filters.text)
  return (
    <div id="search-hint" className={c('hint')} aria-live="polite">
      {hintFor(identified, text)}
    </div>
  )
}
