import type { Account } from '../world/accounts.ts'
import { internalIdOf } from '../world/identity.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

const im = (account: Account, owner: Person): Record<string, unknown> => {
  switch (account.provider) {
    case 'linkedin':
      return {
        id: owner.classicId,
        username: owner.email,
        premiumContractId: account.features.includes('recruiter') ? '305419896' : null,
        premiumFeatures: account.features,
      }
    case 'whatsapp':
      return { phone_number: owner.phone }
    case 'telegram':
      return { user_id: owner.telegramId, username: owner.telegramUsername ?? '' }
    case 'instagram':
      return { id: owner.instagramId, username: owner.instagramUsername }
    case 'x':
      return { id: owner.xId, username: owner.xHandle }
    default:
      return { id: internalIdOf(owner, 'messenger'), username: owner.messengerUsername }
  }
}

/** `Account` as the API sends it. */
export const wireAccount = (world: World, account: Account): Record<string, unknown> => {
  const owner = world.person(account.owner)
  const mail = account.type === 'GOOGLE_OAUTH'
  return {
    object: 'Account',
    id: account.id,
    type: account.type,
    name: account.name,
    created_at: new Date(account.createdAt).toISOString(),
    groups: [],
    connection_params: mail ? { mail: { id: account.name, username: account.name } } : { im: im(account, owner) },
    sources: [{ id: `${account.id}_${mail ? 'MAILS' : 'MESSAGING'}`, status: account.status }],
  }
}
