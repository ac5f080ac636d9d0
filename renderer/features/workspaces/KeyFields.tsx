import type { WorkspaceState } from '#shared/domain/workspaces.ts'
import { Checkbox, TextField } from '../../ui/Field.tsx'

interface KeyFieldsProps {
  keyring: WorkspaceState['keyring']
  secret: string
  remember: boolean
  wrong?: string | undefined
  onSecret: (secret: string) => void
  onRemember: (remember: boolean) => void
}

/** The API key and whether to keep it. The key is never shown, never completed, never sent anywhere but to main. */
export const KeyFields = ({ keyring, secret, remember, wrong, onSecret, onRemember }: KeyFieldsProps) => (
  <>
    <TextField
      label="API key"
      type="password"
      autoComplete="off"
      spellCheck={false}
      required
      maxLength={4_096}
      value={secret}
      error={wrong}
      onChange={(event) => onSecret(event.target.value)}
    />
    <Checkbox
      label="Remember the key in this computer's keyring"
      hint={keyring.explanation}
      checked={remember && keyring.available}
      disabled={!keyring.available}
      onChange={(event) => onRemember(event.target.checked)}
    />
  </>
)
