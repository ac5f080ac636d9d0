/** Days that people who are not seen any more stay in the cache. Longer than the week between two full readings. */
export const RETENTION_DAYS = [14, 30, 90, 180, 365] as const

/** Minutes without anybody at the computer after which the app locks; 0: it does not. */
export const LOCK_MINUTES = [0, 2, 5, 10, 30, 60] as const
