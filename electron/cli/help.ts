import { PROVIDERS } from '#shared/domain/providers.ts'
import { FORM_TARGETS } from '#shared/identifiers/forms.ts'

/** The text of `inspector --help`. */
export const HELP = `Usage: inspector identify [options] [identifier ...]
       inspector convert --to <form> [options] [identifier ...]

identify  says what each identifier is. Writes {input, candidates[]} or {input, candidates: [], reject, message}.
convert   writes one form of each identifier: {input, to, value, from}, or value null with the reason:
          {gap, why, from} when the form cannot be computed, {reject, message} when the text is no identifier.
          gap is needs-lookup (one API call gives it), needs-cache (only synced data can), no-such-form.

Both work offline and answer in order, one JSON object per line. Without identifiers they read one per line from
standard input, of any size, in UTF-8; a line that starts with " is read as a JSON string.

  --to        ${FORM_TARGETS.slice(0, 4).join(', ')},
              ${FORM_TARGETS.slice(4).join(', ')}
  --region    country (ISO 3166-1, two letters) of phone numbers that are written without country code
  --provider  ${PROVIDERS.join(', ')} or postpress: its readings come first
  --          everything after it is an identifier, also what starts with -
  -h, --help  this text

Exit codes: 0 done (also when some identifiers were rejected or could not be converted: the lines say which),
1 input could not be read or output not written, 2 wrong usage.
`
