import { userInfo } from 'node:os'

/** Who is logged in on this computer; the number of the user where the system has no name for it. */
export const loginName = (): string => {
  try {
    return userInfo().username
  } catch {
    // A container may run as a user that no file names.
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}
