import { type Dice, scramble } from './dice.ts'

/** Mobile numbers of one country: every prefix is valid with any following digits, up to `length` national digits. */
interface NumberingPlan {
  callingCode: string
  prefixes: readonly string[]
  length: number
}

const PLANS = {
  AE: { callingCode: '971', prefixes: ['501', '502', '505', '506'], length: 9 },
  BR: { callingCode: '55', prefixes: ['11981', '21981', '31981', '11971'], length: 11 },
  CN: { callingCode: '86', prefixes: ['138', '139', '158', '186'], length: 11 },
  CZ: { callingCode: '420', prefixes: ['602', '603', '724', '777'], length: 9 },
  DE: { callingCode: '49', prefixes: ['170', '171', '172', '175'], length: 10 },
  EG: { callingCode: '20', prefixes: ['100', '101', '106', '120'], length: 10 },
  ES: { callingCode: '34', prefixes: ['612', '622', '655', '687'], length: 9 },
  FR: { callingCode: '33', prefixes: ['610', '620', '660', '670'], length: 9 },
  GB: { callingCode: '44', prefixes: ['7710', '7712', '7720', '7733'], length: 10 },
  GR: { callingCode: '30', prefixes: ['694', '697', '698'], length: 10 },
  IN: { callingCode: '91', prefixes: ['981', '982', '984', '988'], length: 10 },
  IT: { callingCode: '39', prefixes: ['320', '328', '338', '347'], length: 10 },
  JP: { callingCode: '81', prefixes: ['901', '801', '902', '803'], length: 10 },
  KR: { callingCode: '82', prefixes: ['102', '103', '105', '109'], length: 10 },
  MX: { callingCode: '52', prefixes: ['552', '553', '554'], length: 10 },
  PL: { callingCode: '48', prefixes: ['501', '502', '601', '602'], length: 9 },
  RU: { callingCode: '7', prefixes: ['916', '903', '926'], length: 10 },
  SE: { callingCode: '46', prefixes: ['701', '702', '703', '706'], length: 9 },
  TR: { callingCode: '90', prefixes: ['532', '533', '535', '542'], length: 10 },
  US: { callingCode: '1', prefixes: ['2122', '4152', '6172', '3122', '2062'], length: 10 },
  VN: { callingCode: '84', prefixes: ['912', '913', '903', '908'], length: 9 },
} as const satisfies Record<string, NumberingPlan>

export type Country = keyof typeof PLANS
export const COUNTRIES = Object.keys(PLANS) as Country[]

/** E.164 with `+`, valid for libphonenumber. The last six digits are the scrambled index, so no two people share a number. */
export const phoneNumber = (index: number, country: Country, dice: Dice): string => {
  const plan: NumberingPlan = PLANS[country]
  const prefix = dice.pick(plan.prefixes)
  const unique = String(scramble(index, 11)).padStart(6, '0')
  return `+${plan.callingCode}${prefix}${dice.digits(plan.length - prefix.length - unique.length)}${unique}`
}

/** `+33 610 123 456`: how an address book writes it. */
export const spacedPhone = (phone: string): string => {
  const code =
    COUNTRIES.map((country) => PLANS[country].callingCode).find((known) => phone.startsWith(`+${known}`)) ?? ''
  const rest = phone.slice(code.length + 1)
  return `+${code} ${rest.replace(/(\d{3})(?=\d{2})/g, '$1 ').trim()}`
}
