import { existsSync } from 'node:fs'

/** What a driver of a graphics card puts there on Linux: the kernel's own drivers, NVIDIA's, and Windows' for its Linux. */
const DEVICES = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg']

/**
 * Whether Chromium would look for a graphics card in vain. On Linux without one (virtual machines, remote desktops) it
 * starts its graphics process three times before it draws without, and no page is shown meanwhile: a fifth of a second.
 * Elsewhere the system always has something to draw with.
 */
export const lacksGraphicsCard = (
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): boolean => platform === 'linux' && !DEVICES.some(exists)
