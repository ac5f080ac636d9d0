import { numericId, userName } from './candidate.ts'
import type { Link } from './link.ts'
import type { Reading } from './linkedin.ts'

const INSTAGRAM_NAME = /^[A-Za-z0-9._]{1,30}$/
const INSTAGRAM_PAGES = new Set(['p', 'reel', 'reels', 'tv', 'explore', 'accounts', 'direct'])
/** First segments that a user name follows. */
const INSTAGRAM_FOLDERS = new Set(['_u', 'stories'])
const X_NAME = /^[A-Za-z0-9_]{1,15}$/
const X_PAGES = new Set([
  'i',
  'home',
  'search',
  'explore',
  'settings',
  'messages',
  'hashtag',
  'share',
  'intent',
  'notifications',
  'compose',
  'login',
  'tos',
  'privacy',
])
const MESSENGER_NAME = /^[A-Za-z0-9.]{5,50}$/
const FACEBOOK_PAGES = new Set([
  'groups',
  'pages',
  'watch',
  'events',
  'marketplace',
  'gaming',
  'reel',
  'reels',
  'stories',
  'story.php',
  'photo',
  'photo.php',
  'photos',
  'permalink.php',
  'share',
  'sharer',
  'sharer.php',
  'hashtag',
  'login',
  'login.php',
  'help',
  'home.php',
  'messages',
  'settings',
  'notifications',
  'friends',
  'search',
  'plugins',
  'dialog',
  'ads',
  'video.php',
  'videos',
  'people',
  'profile.php',
  'business',
  'policies',
])

const withoutWww = (host: string): string =>
  host === 'm.me' ? host : host.replace(/^(?:www|m|mobile|web|touch|business|[a-z]{2}-[a-z]{2})\./, '')

/** Names of pages can be nobody's user name. */
export const isInstagramName = (text: string): boolean =>
  INSTAGRAM_NAME.test(text) && !INSTAGRAM_PAGES.has(text.toLowerCase()) && !INSTAGRAM_FOLDERS.has(text.toLowerCase())
export const isXName = (text: string): boolean => X_NAME.test(text) && !X_PAGES.has(text.toLowerCase())
/** 5+ letters, digits, dots; a name of dots alone is none. */
export const isMessengerName = (text: string): boolean => MESSENGER_NAME.test(text) && /[A-Za-z0-9]/.test(text)
/** X and Messenger ids: up to 19 digits; leading zeros are part of an id. Instagram's numbers are as long. */
export const isLongId = (text: string): boolean => /^(?!0+$)\d{1,19}$/.test(text)

export const isInstagramHost = (host: string): boolean =>
  ['instagram.com', 'ig.me', 'instagr.am'].includes(withoutWww(host))
export const isXHost = (host: string): boolean => ['x.com', 'twitter.com'].includes(withoutWww(host))
export const isMessengerHost = (host: string): boolean =>
  ['facebook.com', 'fb.com', 'fb.me', 'm.me', 'messenger.com'].includes(withoutWww(host))

/** Reads a link on an Instagram host. */
export const readInstagramLink = (link: Link): Reading => {
  const [first = '', second = ''] = link.path
  const area = first.toLowerCase()
  const nested = INSTAGRAM_FOLDERS.has(area) || (withoutWww(link.host) === 'ig.me' && area === 'm')
  const name = (nested ? second : first).replace(/^@/, '')
  if (area === 'stories' && second.toLowerCase() === 'highlights') return 'not-a-profile-link'
  if (!isInstagramName(name)) return 'not-a-profile-link'
  return [userName('instagram', name, 'certain', 'An Instagram link: it holds the username.')]
}

const xName = (name: string): Reading =>
  isXName(name) ? [userName('x', name, 'certain', 'An X link: it holds the handle.')] : 'not-a-profile-link'

const xId = (id: string): Reading =>
  isLongId(id) ? [numericId('x', id, 'certain', 'An X link with the internal id.')] : 'not-a-profile-link'

/** Reads a link on x.com or twitter.com. */
export const readXLink = (link: Link): Reading => {
  const [first = '', second = '', third = ''] = link.path
  const area = first.toLowerCase()
  if (area === 'i' && second.toLowerCase() === 'user') return xId(third)
  if (area === 'intent' && ['user', 'follow'].includes(second.toLowerCase())) {
    const id = link.query.get('user_id')
    if (id !== undefined) return xId(id)
    const name = link.query.get('screen_name')
    return name === undefined ? 'not-a-profile-link' : xName(name.replace(/^@/, ''))
  }
  return xName(first.replace(/^@/, ''))
}

const MESSENGER_LINK = 'A Messenger or Facebook link: it holds the user name.'

const messengerNameOrId = (text: string): Reading => {
  if (isLongId(text)) return [numericId('messenger', text, 'certain', 'A Messenger link with the internal id.')]
  return isMessengerName(text) ? [userName('messenger', text, 'certain', MESSENGER_LINK)] : 'not-a-profile-link'
}

/** Reads a link on Facebook's and Messenger's hosts. */
export const readMessengerLink = (link: Link): Reading => {
  const [first = '', second = '', third = ''] = link.path
  const host = withoutWww(link.host)
  const area = first.toLowerCase()
  if (host === 'messenger.com') return area === 't' ? messengerNameOrId(second) : 'not-a-profile-link'
  // m.me carries the person in the first segment; a group link starts with j/.
  if (link.host === 'm.me' || link.host === 'www.m.me') return area === 'j' ? 'invite-link' : messengerNameOrId(first)
  if (area === 'profile.php')
    return isLongId(link.query.get('id') ?? '') ? messengerNameOrId(link.query.get('id') ?? '') : 'not-a-profile-link'
  if (area === 'people') return isLongId(third) ? messengerNameOrId(third) : 'not-a-profile-link'
  if (area === 'messages' && second.toLowerCase() === 't') return messengerNameOrId(third)
  return FACEBOOK_PAGES.has(area) ? 'not-a-profile-link' : messengerNameOrId(first)
}
