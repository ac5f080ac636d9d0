import { PROVIDERS } from '#shared/domain/providers.ts'
import { HEALTHS, REASON_KINDS } from '#shared/domain/records.ts'
import { HEALTH_WORDS } from '../../lib/words.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { HealthDot } from '../../ui/HealthDot.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { MiddleText } from '../../ui/MiddleText.tsx'
import { ProductMark } from '../../ui/ProductMark.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { ReasonBadge } from '../../ui/ReasonBadge.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './PartsPage.module.css'
import { Sample } from './Sample.tsx'

const c = classes(styles)

const NAMES = ['Ada Lindqvist', 'سلمى الشامي', '桜井 彩', '👩‍👩‍👧‍👦', '', 'X']
const TONES = ['neutral', 'accent', 'ok', 'warn', 'danger', 'violet'] as const

/** What stands for people, accounts and reasons. */
export const PersonSamples = () => (
  <>
    <Sample name="Avatar: Latin, Arabic, Japanese, emoji, nameless; small and large">
      {NAMES.map((name) => (
        <Avatar key={name} name={name} seed={name} />
      ))}
      <Avatar name="Ada Lindqvist" seed="ada" size="large" />
    </Sample>
    <Sample name="Badges and reasons">
      {TONES.map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
      {REASON_KINDS.map((kind) => (
        <ReasonBadge key={kind} kind={kind} provider="linkedin" />
      ))}
      <ReasonBadge kind="contact" provider="messenger" />
    </Sample>
    <Sample name="Marks of providers and of the app">
      {PROVIDERS.map((provider) => (
        <ProviderMark key={provider} provider={provider} />
      ))}
      <ProviderMark provider={null} />
      <ProductMark size={22} />
    </Sample>
    <Sample name="Health">
      {HEALTHS.map((health) => (
        <span key={health}>
          <HealthDot health={health} /> {HEALTH_WORDS[health]}
        </span>
      ))}
    </Sample>
    <Sample name="Matched text, id cut in its middle, placeholder">
      <span>
        <Marked text="Ada Lindqvist, Marketing" query="lind" />
      </span>
      <span className={c('narrow')}>
        <MiddleText value="ACoAAD6afU8BpY1bes1y288F9AAtjZ-whn-COgQ" />
      </span>
      <div className={c('stack')}>
        <Skeleton width="most" />
        <Skeleton width="half" />
        <Skeleton width="third" />
      </div>
    </Sample>
  </>
)
