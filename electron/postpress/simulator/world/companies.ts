/** A LinkedIn company page. All companies are made up. */
export interface Company {
  name: string
  slug: string
  /** LinkedIn's numeric company id. */
  number: number
  tagline: string
  country: string
  city: string
  employees: number
}

const row = (
  name: string,
  tagline: string,
  country: string,
  city: string,
): Omit<Company, 'slug' | 'number' | 'employees'> => ({
  name,
  tagline,
  country,
  city,
})

const ROWS = [
  row('Northwind Logistics', 'Freight that arrives', 'GB', 'Felixstowe'),
  row('Café Méridien', 'Roasters since 1962', 'FR', 'Marseille'),
  row('Halden Robotics', 'Arms for small factories', 'SE', 'Västerås'),
  row('Brightwater Health', 'Clinics without queues', 'US', 'Boston'),
  row('Kestrel Analytics', 'Numbers people trust', 'GB', 'Leeds'),
  row('Solaris Énergie', 'Le soleil au travail', 'FR', 'Toulouse'),
  row('Grünwerk', 'Werkzeuge für den Wald', 'DE', 'Freiburg'),
  row('Orchid Bank', 'Banking in five languages', 'AE', 'Dubai'),
  row('Tidepool Software', 'Billing that explains itself', 'US', 'Portland'),
  row('Müller & Söhne', 'Maschinenbau', 'DE', 'Bielefeld'),
  row('桜井電機', '小さなモーター', 'JP', '大阪'),
  row('星河科技', '让数据发光', 'CN', '深圳'),
  row('Aurora Recruitment', 'People first', 'IE', 'Dublin'),
  row('Vela Shipping', 'Ships and schedules', 'GR', 'Piraeus'),
  row('Paper Lantern Studio', 'Brands, quietly', 'NL', 'Utrecht'),
  row('Monte Claro Foods', 'Comida de verdade', 'BR', 'Campinas'),
  row('Cobalt Legal', 'Contracts in plain words', 'GB', 'London'),
  row('Zephyr Mobility', 'Scooters that last', 'ES', 'Valencia'),
  row('Lumen Learning', 'School after school', 'CA', 'Toronto'),
  row('Istanbul Tekstil', 'Kumaş ve tasarım', 'TR', 'Bursa'),
]

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export const COMPANIES: readonly Company[] = ROWS.map((company, index) => ({
  ...company,
  slug: slugOf(company.name),
  number: 1_035_000 + index * 48_611,
  employees: 12 + ((index * 7_919) % 4_300),
}))

export const ROLES: readonly string[] = [
  'Account Executive',
  'Backend Engineer',
  'Chief of Staff',
  'Customer Success Lead',
  'Data Scientist',
  'Directrice commerciale',
  'Finance Manager',
  'Founder',
  'Head of People',
  'Ingénieur logiciel',
  'Leiterin Einkauf',
  'Marketing Manager',
  'Operations Director',
  'Product Designer',
  'Product Manager',
  'Sales Engineer',
  'Support Specialist',
  'Talent Partner',
  'VP Engineering',
  '产品经理',
  '営業部長',
  'مديرة المبيعات',
]

export const EMOJI: readonly string[] = ['🌸', '🚀', '☀️', '🐙', '🎧', '🏔️', '✨', '🇫🇷', '🧗‍♀️', '🌊']

/** Company by slug, number or any `urn:li:...:<number>`; undefined when there is none. */
export const findCompany = (identifier: string): Company | undefined => {
  const number = /^(?:urn:li:[a-z_]+:)?(\d+)$/i.exec(identifier)?.[1]
  if (number !== undefined) return COMPANIES.find((company) => String(company.number) === number)
  const slug = identifier.toLowerCase()
  return COMPANIES.find((company) => company.slug === slug)
}
