import { Popover } from '@base-ui/react/popover'
import { type LucideIcon, X } from 'lucide-react'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import type { ResourceSync, SyncStatus } from '#shared/domain/sync.ts'
import { plural } from '../../lib/format-number.ts'
import { RESOURCE_WORDS } from '../../lib/words.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { accountTrouble } from './account-trouble.ts'
import { SyncControls } from './SyncControls.tsx'
import styles from './SyncDetails.module.css'
import { SyncReport } from './SyncReport.tsx'
import { errorText, resourceText } from './sync-text.ts'

const c = classes(styles)

const byAccount = (resources: ResourceSync[]): [string, ResourceSync[]][] => {
  const groups = new Map<string, ResourceSync[]>()
  for (const resource of resources)
    groups.set(resource.accountId, [...(groups.get(resource.accountId) ?? []), resource])
  return [...groups]
}

/** One broken account fails all of its parts for the same reason: said once. */
const failuresOf = (parts: ResourceSync[]): string[] => [
  ...new Set(parts.flatMap(({ failure }) => (failure ? [`${failure.message} ${failure.advice ?? ''}`.trim()] : []))),
]

const Part = ({ part, now }: { part: ResourceSync; now: number }) => (
  <li className={c('part')}>
    <span>{RESOURCE_WORDS[part.resource]}</span>
    <span className={c('state', part.state)}>{resourceText(part, now)}</span>
    {errorText(part) !== null && <span className={c('problems')}>{errorText(part)}</span>}
    {part.problems > 0 && (
      <span className={c('problems')}>
        {plural(part.problems, 'item', 'items')} could not be read and {part.problems === 1 ? 'was' : 'were'} set aside
      </span>
    )}
  </li>
)

/** The account by name and provider (one person often has several), and why it is not read in full. */
const AccountHead = ({ accountId, name }: { accountId: string; name: string }) => {
  const account = useAccountStore((state) => state.accounts?.find(({ id }) => id === accountId))
  const trouble = account === undefined ? null : accountTrouble(account)
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
        {account?.provider != null && <span className={c('provider')}> {PROVIDER_NAMES[account.provider]}</span>}
      </h3>
      {trouble && <Notice tone="warn" title={trouble.title} advice={trouble.advice} />}
    </>
  )
}

interface SyncDetailsProps {
  status: SyncStatus
  nameOf: (accountId: string) => string
  now: number
  triggerIcon: LucideIcon
}

/** Every account and resource: state, items, what was set aside, what failed and what to do. */
export const SyncDetails = ({ status, nameOf, now, triggerIcon }: SyncDetailsProps) => (
  <Popover.Root>
    <Popover.Trigger render={<IconButton label="Sync details" icon={triggerIcon} />} />
    <Popover.Portal>
      <Popover.Positioner side="top" align="start" sideOffset={6} className={c('positioner')}>
        <Popover.Popup className={c('popup')}>
          <header className={c('head')}>
            <Popover.Title className={c('title')}>Sync details</Popover.Title>
            <Popover.Close render={<IconButton label="Close" icon={X} />} />
          </header>
          <SyncControls status={status} />
          {status.failure && <Notice tone="danger" title={status.failure.message} advice={status.failure.advice} />}
          {status.resources.length === 0 && <p className={c('none')}>No account has been synced yet.</p>}
          {byAccount(status.resources).map(([accountId, parts]) => (
            <section key={accountId} className={c('account')}>
              <AccountHead accountId={accountId} name={nameOf(accountId)} />
              <ul>
                {parts.map((part) => (
                  <Part key={part.resource} part={part} now={now} />
                ))}
              </ul>
              {failuresOf(parts).map((failure) => (
                <p key={failure} className={c('failure')}>
                  {failure}
                </p>
              ))}
            </section>
          ))}
          <SyncReport nameOf={nameOf} now={now} />
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  </Popover.Root>
)
