import type { Identified, RejectCode } from './types.ts'

/** Longest text that is looked at, in UTF-16 units: longer than any link that a provider makes. */
export const MAX_LENGTH = 2_048

/** What to paste instead, for every reject code. */
export const REJECT_MESSAGES: Record<RejectCode, string> = {
  empty: 'Nothing was pasted. Paste a profile link, a phone number, a user name or an id.',
  'too-long': 'This text is too long for an identifier (over 2,048 characters). Paste only the link or the id.',
  'unsupported-scheme':
    'This kind of link cannot be a profile. Paste an https link, a phone number, a user name or an id.',
  'unknown-host':
    'This site is none of the six providers. Paste a link of LinkedIn, WhatsApp, Instagram, Telegram, X or Facebook.',
  'not-a-profile-link':
    'This link leads to a page that is not a profile. Open the person’s profile and paste its link.',
  'invite-link':
    'This is an invitation to a group, not a person. Paste the person’s profile link, phone number or user name.',
  'private-channel': 'This link points into a private chat or channel. Paste the person’s user name or phone number.',
  'link-without-number': 'This short link hides its phone number. Paste the phone number itself.',
  'not-a-user': 'This is a status or broadcast list, not a person. Paste the person’s phone number or id.',
  'linkedin-id-malformed':
    'This looks like a LinkedIn id that was cut off or changed in copying. Copy the whole id again: 39 characters.',
  'linkedin-person-urn':
    'A urn:li:person id only works inside the developer app that made it. Paste the profile link, or an id that starts with ACo, ADo, AE or ACw.',
  'phone-needs-country':
    'This phone number has no country. Write it with + and the country code, for example +33 6 00 00 00 00.',
  'phone-invalid':
    'No country has phone numbers like this. Check its digits, and write it with + and the country code.',
  'email-not-supported':
    'An e-mail address does not find a user. Paste a profile link, a phone number, a user name or an id.',
  'not-an-identifier':
    'This is no identifier. If it is a name, search for it; else paste a link, phone number, user name or id.',
}

/** The answer for a text that is no identifier. */
export const reject = (input: string, code: RejectCode): Identified => ({
  input,
  candidates: [],
  reject: code,
  message: REJECT_MESSAGES[code],
})
