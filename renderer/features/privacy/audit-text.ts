const WORDS: Record<string, string> = {
  'person.opened': 'Opened a person',
  'person.forgotten': 'Forgot a person',
  'person.allowed-again': 'Allowed a forgotten person again',
  'person.exported-json': 'Exported a person as JSON',
  'person.exported-csv': 'Exported a person as CSV',
  'settings.changed': 'Changed the privacy settings',
}

/** An action in words; one that this list does not know, as it is: "case.exported" reads "case exported". */
export const actionText = (action: string): string => WORDS[action] ?? action.replaceAll(/[.-]/g, ' ')
