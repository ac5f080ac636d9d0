import { Hash, type LucideIcon, MessageCircle, UsersRound } from 'lucide-react'
import type { ChatSummary } from '#shared/domain/attendees.ts'
import { plural } from '../../lib/format-number.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Lists.module.css'
import { Section } from './Section.tsx'

const c = classes(styles)

const ICONS: Record<ChatSummary['type'], LucideIcon> = { single: MessageCircle, group: UsersRound, channel: Hash }
const WORDS: Record<ChatSummary['type'], string> = { single: 'Chat', group: 'Group', channel: 'Channel' }

/** The person's chats, groups and channels with the account. */
export const Chats = ({ chats }: { chats: ChatSummary[] }) => {
  const now = useNow()
  if (chats.length === 0) return null
  return (
    <Section title="Chats and groups" count={chats.length}>
      <ul>
        {chats.map(({ id, type, name, lastMessageAt, memberCount }) => {
          const Icon = ICONS[type]
          return (
            <li key={id} className={c('item')}>
              <Icon size={14} aria-hidden className={c('icon')} />
              <span dir="auto" className={c('name')} title={name}>
                {name}
              </span>
              <span className={c('note')}>
                {[WORDS[type], memberCount === null ? '' : plural(memberCount, 'member', 'members')]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {lastMessageAt !== null && (
                <time className={c('note', 'end')} title={exactTime(lastMessageAt)}>
                  {timeAgo(lastMessageAt, now)}
                </time>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
