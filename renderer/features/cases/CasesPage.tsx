import { ArrowLeft, FolderOpen, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CaseList } from './CaseList.tsx'
import { CasePage } from './CasePage.tsx'
import styles from './CasesPage.module.css'
import { startCase } from './case-actions.ts'
import { saveNow } from './case-edits.ts'
import { closeCase, loadCases, openCase, refreshCase, useCasesStore } from './cases-store.ts'

const c = classes(styles)

/** Starts a case and puts the cursor into its title. */
const startHere = async (): Promise<void> => {
  const started = await startCase('', null)
  if (started !== null) openCase(started.id, true)
}

const NewCase = ({ primary }: { primary: boolean }) => (
  <Button size="small" look={primary ? 'primary' : 'secondary'} icon={Plus} onClick={() => void startHere()}>
    New case
  </Button>
)

const Nothing = () => (
  <EmptyState icon={FolderOpen} title="No cases yet" actions={<NewCase primary />}>
    A case keeps people, notes and a ticket reference together. Start one here, or open a person and choose “Add to
    case”.
  </EmptyState>
)

const BackToList = () => (
  <div className={c('back')}>
    <Button
      size="small"
      look="ghost"
      icon={ArrowLeft}
      onClick={() => {
        saveNow()
        flushSync(closeCase)
        document.querySelector<HTMLElement>('[data-case]')?.focus()
      }}
    >
      All cases
    </Button>
  </div>
)

const Opened = () => {
  const file = useCasesStore((state) => state.file)
  const failure = useCasesStore((state) => state.fileFailure)
  if (failure !== null)
    return (
      <div className={c('failure')}>
        <Notice
          tone="danger"
          title={failure.message}
          advice={failure.advice}
          actions={
            <Button size="small" onClick={refreshCase}>
              Read again
            </Button>
          }
        />
      </div>
    )
  return file === null ? null : <CasePage key={file.id} file={file} />
}

/** The cases of the workspace: the list, and the one that is open. */
export const CasesPage = () => {
  const { cases, failure, lasting, openId } = useCasesStore()
  useEffect(() => {
    loadCases()
    refreshCase()
    return saveNow
  }, [])
  const none = cases?.length === 0
  return (
    <section aria-label="Cases" className={c('page', openId !== null && 'opened')}>
      <div className={c('side')}>
        <header className={c('head')}>
          <h2 className={c('title')}>Cases</h2>
          {!none && <NewCase primary={false} />}
        </header>
        {failure && (
          <div className={c('failure')}>
            <Notice
              tone="danger"
              title={failure.message}
              advice={failure.advice}
              actions={
                <Button size="small" onClick={loadCases}>
                  Read again
                </Button>
              }
            />
          </div>
        )}
        {!lasting && (
          <div className={c('failure')}>
            <Notice
              tone="warn"
              title="Kept until you close the workspace"
              advice="No keyring protects data on this computer. Export what you need."
            />
          </div>
        )}
        {none && <Nothing />}
        {cases !== null && !none && <CaseList cases={cases} openId={openId} />}
      </div>
      {!none && (
        <div className={c('main')}>
          {openId === null ? (
            cases !== null && <EmptyState icon={FolderOpen} title="Choose a case" />
          ) : (
            <>
              <BackToList />
              <Opened />
            </>
          )}
        </div>
      )}
    </section>
  )
}
