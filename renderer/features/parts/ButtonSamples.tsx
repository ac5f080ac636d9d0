import { ArrowLeftRight, Copy, ListFilter, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { CopyMenu } from '../../ui/CopyMenu.tsx'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Sample } from './Sample.tsx'

const works = async (): Promise<boolean> => true
const fails = async (): Promise<boolean> => false

const CHOICES = [
  { value: 'all', label: 'All reasons' },
  { value: 'chat', label: 'Existing chat' },
]

const Choices = () => {
  const [value, setValue] = useState('all')
  return (
    <ChoiceMenu
      name="Sample choice"
      icon={ListFilter}
      value={value}
      choices={CHOICES}
      active={value !== 'all'}
      onChoose={setValue}
    />
  )
}

/** Everything that is pressed. */
export const ButtonSamples = () => (
  <>
    {(['primary', 'secondary', 'ghost', 'danger'] as const).map((look) => (
      <Sample key={look} name={`Button, ${look}`}>
        <Button look={look} size="small">
          Small
        </Button>
        <Button look={look} icon={look === 'danger' ? Trash2 : RefreshCw}>
          Medium
        </Button>
        <Button look={look} size="large" icon={ArrowLeftRight}>
          Large
        </Button>
        <Button look={look} busy>
          Busy
        </Button>
        <Button look={look} disabled>
          Disabled
        </Button>
      </Sample>
    ))}
    <Sample name="Icon button, copy, copy menu, choice, details">
      <IconButton label="Sample icon button" icon={Copy} shortcut="Ctrl+C" />
      <IconButton label="Sample icon button, disabled" icon={Copy} disabled />
      <CopyButton label="Sample copy" copy={works} />
      <CopyButton label="Sample copy that fails" copy={fails} />
      <CopyMenu
        label="Sample copy menu"
        forms={[
          { label: 'Copy as link', copy: works },
          { label: 'Copy as JSON', copy: works },
        ]}
      />
      <Choices />
      <DetailButton copy={works} />
    </Sample>
  </>
)
