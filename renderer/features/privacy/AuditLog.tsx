import { FileSpreadsheet } from 'lucide-react'
import { exactTime } from '../../lib/format-time.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { actionText } from './audit-text.ts'
import styles from './Privacy.module.css'
import { exportAudit, loadOlderAudit, usePrivacyStore } from './privacy-store.ts'

const c = classes(styles)

/** Who did what and when. People are hashes here: the log outlives them. */
export const AuditLog = () => {
  const audit = usePrivacyStore((state) => state.audit)
  return (
    <section aria-label="Audit log" className={c('card')}>
      <header className={c('cardHead')}>
        <h3>Audit log</h3>
        <Button size="small" icon={FileSpreadsheet} onClick={() => void exportAudit()}>
          Export as CSV
        </Button>
      </header>
      <p className={c('soft')}>
        What was done to whom on this computer. It only grows, and names nobody: a person is a hash that is the same
        each time.
      </p>
      {audit?.entries.length === 0 && <p className={c('soft')}>Nothing yet.</p>}
      {audit !== null && audit.entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: A scrolling region must be reachable by keyboard.
        <section className={c('scroll')} aria-label="Entries" tabIndex={0}>
          <table className={c('table')}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Who</th>
                <th scope="col">Person</th>
              </tr>
            </thead>
            <tbody>
              {audit.entries.map(({ no, at, action, actor, subject }) => (
                <tr key={no}>
                  <td className={c('when')}>{exactTime(at)}</td>
                  <td>{actionText(action)}</td>
                  <td>{actor}</td>
                  <td className={c('hash')}>{subject === null ? '–' : subject.slice(0, 12)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {audit !== null && audit.before !== null && (
        <p>
          <Button size="small" onClick={() => void loadOlderAudit()}>
            Show older entries
          </Button>
        </p>
      )}
    </section>
  )
}
