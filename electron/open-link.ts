import { shell } from 'electron'
import { AppError } from '#shared/domain/errors.ts'

/** Where profile links lead. Links are built by this app, but a reply could still smuggle one in. */
const HOSTS = new Set(['www.linkedin.com', 'wa.me', 'www.instagram.com', 't.me', 'x.com', 'www.facebook.com', 'm.me'])

/** True for https links to the providers' own profile hosts, without user names or ports. */
export const isProfileLink = (link: string): boolean => {
  const url = URL.canParse(link) ? new URL(link) : null
  return url !== null && url.protocol === 'https:' && HOSTS.has(url.host) && url.username === '' && url.password === ''
}

/** The only caller of shell.openExternal. Throws `refused` for anything but a provider's profile link. */
export const openLink = async (link: string): Promise<void> => {
  if (!isProfileLink(link))
    throw new AppError('refused', 'This link does not lead to a provider’s site, so it was not opened.')
  await shell.openExternal(link)
}
