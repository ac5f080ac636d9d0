import type { ConvertAnswer, ConvertedForm, ConvertRequest } from '#shared/domain/convert.ts'
import { localDay } from '#shared/domain/lookup-budget.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { linkWith } from '#shared/links/url-segment.ts'
import type { Cache, CachedIdentifier } from '../cache/cache.ts'
import { linkOf } from '../cache/labels.ts'
import { askedOf } from '../resolve/asked.ts'
import { noLiveLookup, notAUser } from '../resolve/readings.ts'
import { missingForm, type Situation, whatsappTest } from './missing-form.ts'
import { computeForm, type WantedForm, wantedForms } from './wanted-forms.ts'

/** Every form of one identifier, from what can be computed and what is cached. Asks no provider and spends nothing. */
export type Converter = (request: ConvertRequest) => Promise<ConvertAnswer>

export interface ConverterParts {
  cache: Cache
  now: () => number
  /** Country of phone numbers that are written without country code. */
  region: string | undefined
}

/** What is known of a reading before its forms are listed. */
interface Known {
  candidate: Candidate
  provider: Provider | null
  identifiers: CachedIdentifier[]
  names: Map<string, string>
}

const SHARED_BY_PHONE = new Set<WantedForm['kind']>(['phone', 'public'])

const phoneOf = (identifiers: CachedIdentifier[]): CachedIdentifier | undefined =>
  identifiers.find(({ provider, kind }) => provider === 'whatsapp' && kind === 'phone')

const fromCache = ({ identifiers }: Known, wanted: WantedForm): CachedIdentifier | undefined =>
  identifiers.find(
    (one) => one.provider === wanted.provider && one.kind === wanted.kind && (one.product ?? null) === wanted.product,
  )

const urlOf = (wanted: WantedForm, value: string): string | null => {
  if (wanted.kind === 'company') return linkWith('https://www.linkedin.com/company/', value)
  if (wanted.kind === 'group' || wanted.kind === 'channel') return null
  return linkOf(wanted.provider, wanted.kind, value, wanted.product)
}

const withValue = (wanted: WantedForm, value: string, origin: ConvertedForm['origin']): ConvertedForm => ({
  ...wanted,
  value,
  url: urlOf(wanted, value),
  origin,
  missing: null,
})

const cachedOrigin = (
  { names }: Known,
  { source, via, accountId, seenAt }: CachedIdentifier,
): ConvertedForm['origin'] => ({
  from: 'cache',
  source,
  via,
  seenAt,
  accountName: names.get(accountId) ?? 'an account that is gone',
})

/** A lid whose phone is cached has every form of a phone. */
const ofCachedPhone = (known: Known, wanted: WantedForm): ConvertedForm | null => {
  const phone = SHARED_BY_PHONE.has(wanted.kind) ? phoneOf(known.identifiers) : undefined
  const candidate = phone && identify(phone.value).candidates.find(({ provider }) => provider === wanted.provider)
  const computed = candidate ? computeForm(candidate, wanted) : null
  return phone && computed ? withValue(wanted, computed.value, cachedOrigin(known, phone)) : null
}

const findForm = (known: Known, wanted: WantedForm): ConvertedForm | null => {
  const computed = computeForm(known.candidate, wanted)
  if (computed !== null) return withValue(wanted, computed.value, { from: 'computed', why: computed.why })
  const cached = fromCache(known, wanted)
  if (cached !== undefined) return withValue(wanted, cached.value, cachedOrigin(known, cached))
  return known.provider === 'whatsapp' ? ofCachedPhone(known, wanted) : null
}

/** Another provider's form that follows from the phone is shown only once there is a phone. */
const isOffered = (known: Known, { form, wanted }: { form: ConvertedForm | null; wanted: WantedForm }): boolean =>
  form !== null || wanted.provider === known.provider

/** Creates the converter of one workspace. */
export const createConverter = ({ cache, now, region }: ConverterParts): Converter => {
  const choose = async (
    candidates: Candidate[],
  ): Promise<{ candidate: Candidate; identifiers: CachedIdentifier[] }[]> =>
    Promise.all(candidates.map(async (candidate) => ({ candidate, identifiers: await cache.identifiersOf(candidate) })))

  const situationOf = async ({
    candidate,
    identifiers,
    provider,
  }: Known): Promise<Situation & { answer: ConvertAnswer['attendees'] }> => {
    const [accounts, used, rows] = await Promise.all([
      cache.accounts(),
      cache.lookupsOn(localDay(now())),
      cache.findAttendees(candidate, null),
    ])
    const [first] = rows
    const passport = provider === 'whatsapp' && first !== undefined ? await cache.passport(first.id) : null
    const person = provider === null || identifiers.length === 0 ? null : { provider, identifiers }
    return {
      candidate,
      asked: askedOf(candidate, person),
      accounts,
      used,
      knownTo: new Set(rows.map(({ accountId }) => accountId)),
      phoneHidden: passport?.phoneHidden ?? false,
      answer: rows.map(({ id, title, accountName }) => ({ id, title, accountName })),
    }
  }

  const convert = async (known: Known, others: Candidate[]): Promise<ConvertAnswer> => {
    const { answer: attendees, ...situation } = await situationOf(known)
    const { candidate, provider } = known
    const found = wantedForms(candidate, provider).map((wanted) => ({ wanted, form: findForm(known, wanted) }))
    const forms = found
      .filter((one) => isOffered(known, one))
      .map(
        ({ wanted, form }): ConvertedForm =>
          form ?? { ...wanted, value: null, url: null, origin: null, missing: missingForm(situation, wanted) },
      )
    const notice = notAUser(candidate) ?? (provider === null ? noLiveLookup(candidate) : null)
    const hasPhone = provider === 'whatsapp' && forms.some(({ kind, value }) => kind === 'phone' && value !== null)
    return {
      candidate,
      others,
      notice: notice && { message: notice.message, advice: notice.advice },
      forms,
      attendees,
      phoneHidden: situation.phoneHidden,
      whatsappTest: hasPhone && notice === null ? whatsappTest(situation) : null,
    }
  }

  return async ({ text, candidate }) => {
    const read = candidate === null ? identify(text, region === undefined ? {} : { region }) : null
    const choices = await choose(candidate === null ? (read?.candidates ?? []) : [candidate])
    const chosen = choices.find(({ identifiers }) => identifiers.length > 0) ?? choices[0]
    if (chosen === undefined) {
      const message = read?.message ?? 'This is not an identifier.'
      const advice = 'Paste a profile link, a phone number, a user name or an id.'
      return { ...NOTHING, notice: { message, advice } }
    }
    const names = new Map((await cache.accounts()).map(({ id, name }) => [id, name]))
    const own = chosen.candidate.provider === 'postpress' ? null : chosen.candidate.provider
    const known: Known = { ...chosen, provider: own ?? chosen.identifiers[0]?.provider ?? null, names }
    const others = choices.filter((one) => one !== chosen).map((one) => one.candidate)
    return convert(known, others)
  }
}

const NOTHING: Omit<ConvertAnswer, 'notice'> = {
  candidate: null,
  others: [],
  forms: [],
  attendees: [],
  phoneHidden: false,
  whatsappTest: null,
}
