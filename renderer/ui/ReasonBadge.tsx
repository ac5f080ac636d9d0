import type { Provider } from '#shared/domain/providers.ts'
import { type ReasonKind, reasonWord } from '../lib/words.ts'
import { Badge, type Tone } from './Badge.tsx'

const TONES: Record<ReasonKind, Tone> = { contact: 'accent', chat: 'ok', group: 'violet', reported: 'neutral' }

/** One reason why a person is known, in the provider's words, always in the same tint. */
export const ReasonBadge = ({ kind, provider }: { kind: ReasonKind; provider: Provider }) => (
  <Badge tone={TONES[kind]}>{reasonWord(kind, provider)}</Badge>
)
