import { createDice } from './dice.ts'

/** LinkedIn's id namespaces (first two bytes) by what the id is for. */
export const NAMESPACES = {
  classic: 0x002a,
  'classic-recent': 0x003a,
  'sales-navigator': 0x002c,
  recruiter: 0x0043,
} as const
export type LinkedinNamespace = keyof typeof NAMESPACES

const LENGTH = 29

/**
 * A LinkedIn internal id: 29 bytes in base64url (39 characters): 2-byte namespace, 6-byte big-endian member number, 0x01, 20 opaque
 * bytes. One member has one id per namespace; all carry the same number.
 */
export const linkedinId = (seed: number, memberNumber: number, namespace: LinkedinNamespace): string => {
  const bytes = Buffer.alloc(LENGTH)
  bytes.writeUInt16BE(NAMESPACES[namespace], 0)
  bytes.writeUIntBE(memberNumber, 2, 6)
  bytes[8] = 1
  createDice(seed, 'linkedin-id', memberNumber, namespace).bytes(20).copy(bytes, 9)
  return bytes.toString('base64url')
}

/** Whether the text begins like a LinkedIn internal id (and so is not a slug). */
export const looksLikeLinkedinId = (text: string): boolean => /^(ACo|ADo|ACw|AEM)[A-Za-z0-9_-]{20,}$/.test(text)

/** Namespace and member number of a well-formed id; null when the length or layout is wrong. */
export const readLinkedinId = (id: string): { namespace: LinkedinNamespace; memberNumber: number } | null => {
  const bytes = Buffer.from(id, 'base64url')
  if (id.length !== 39 || bytes.length !== LENGTH || bytes[8] !== 1) return null
  const code = bytes.readUInt16BE(0)
  const memberNumber = bytes.readUIntBE(2, 6)
  if (code === NAMESPACES.classic) return { namespace: 'classic', memberNumber }
  if (code === NAMESPACES['classic-recent']) return { namespace: 'classic-recent', memberNumber }
  if (code === NAMESPACES['sales-navigator']) return { namespace: 'sales-navigator', memberNumber }
  if (code === NAMESPACES.recruiter) return { namespace: 'recruiter', memberNumber }
  return null
}
