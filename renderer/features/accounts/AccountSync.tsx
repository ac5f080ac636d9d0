import { TriangleAlert } from 'lucide-react'
import type { ListedAccount } from '#shared/domain/accounts.ts'
import { plural } from '../../lib/format-number.ts'
import { exactTime, hourAndMinute, timeAgo } from '../../lib/format-time.ts'
import { RESOURCE_WORDS } from '../../lib/words.ts'
import { useSyncStore } from '../../state/sync-store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './AccountsPage.module.css'
import { accountProblems } from './account-problems.ts'

const c = classes(styles)

/** When the account was read and will be read, and what of it could not be. */
export const AccountSync = ({ account, now }: { account: ListedAccount; now: number }) => {
  const { status, report } = useSyncStore()
  const { lastSyncAt, nextSyncAt, id } = account
  const problems = accountProblems(id, status, report)
  return (
    <>
      <dl className={c('owner')}>
        <div className={c('pair')}>
          <dt>Last sync</dt>
          <dd title={lastSyncAt === null ? undefined : exactTime(lastSyncAt)}>
            {lastSyncAt === null ? 'Never to the end' : timeAgo(lastSyncAt, now)}
          </dd>
        </div>
        <div className={c('pair')}>
          <dt>Next sync</dt>
          <dd title={nextSyncAt === null ? undefined : exactTime(nextSyncAt)}>
            {status?.running
              ? 'Now'
              : nextSyncAt === null
                ? 'When you start it'
                : `By itself at ${hourAndMinute(nextSyncAt)}`}
          </dd>
        </div>
      </dl>
      {problems.length > 0 && (
        <ul className={c('problems')} aria-label="Data problems">
          {problems.map(({ key, resource, text, count }) => (
            <li key={key} className={c('problem')}>
              <TriangleAlert size={13} aria-hidden className={c('warn')} />
              <span>
                {resource === null ? 'Accounts' : RESOURCE_WORDS[resource]}: {text}
                {count !== null && ` (${plural(count, 'item', 'items')} set aside)`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
