import { classes } from '../../ui/classes.ts'
import { Page } from '../../ui/Page.tsx'
import { ButtonSamples } from './ButtonSamples.tsx'
import { ColourSamples } from './ColourSamples.tsx'
import { FormSamples } from './FormSamples.tsx'
import { MessageSamples } from './MessageSamples.tsx'
import styles from './PartsPage.module.css'
import { PersonSamples } from './PersonSamples.tsx'

const c = classes(styles)

/** Every part of the design system in every state, for whoever works on the app; nothing here touches data. */
const PartsPage = () => (
  <Page title="Parts" note="every part in every state">
    <div className={c('grid')}>
      <ColourSamples />
      <ButtonSamples />
      <FormSamples />
      <PersonSamples />
      <MessageSamples />
    </div>
  </Page>
)

// Loaded when it is opened: a support person never pays for it.
export default PartsPage
