import { LIMITS, UNTITLED } from '#shared/domain/case-limits.ts'
import type { CaseFile } from '#shared/domain/cases.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { CaseHead } from './CaseHead.tsx'
import styles from './CasePage.module.css'
import { editNotes } from './case-actions.ts'
import { saveNow } from './case-edits.ts'
import { PinnedPeople } from './PinnedPeople.tsx'

const c = classes(styles)

/** One case: its title, ticket and state, its notes, its people. Everything that is typed saves itself. */
export const CasePage = ({ file }: { file: CaseFile }) => (
  <article aria-label={file.title} className={c('case')}>
    <VisuallyHidden as="h2">{file.title.trim() || UNTITLED}</VisuallyHidden>
    <CaseHead file={file} />
    <section aria-labelledby="case-notes" className={c('section')}>
      <h3 id="case-notes" className={c('heading')}>
        Notes
      </h3>
      <textarea
        aria-labelledby="case-notes"
        className={c('notes')}
        dir="auto"
        value={file.notes}
        maxLength={LIMITS.notes}
        placeholder="What was asked, what you found, what to do next"
        onChange={(event) => editNotes(event.target.value)}
        onBlur={saveNow}
      />
    </section>
    <PinnedPeople file={file} />
  </article>
)
