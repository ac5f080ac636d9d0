import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChromium, readChromiumVersion } from './system-chromium.ts'

describe('readChromiumVersion', () => {
  it.each([
    ['Chromium 150.0.7871.100 built on Debian GNU/Linux 12 (bookworm)\n', 'Chromium 150.0.7871.100'],
    ['warning: no bus\nGoogle Chrome 151.0.1.2 \n', 'Google Chrome 151.0.1.2'],
    ['Chromium 150.0.7871.100 snap\n', 'Chromium 150.0.7871.100'],
    ['a wrapper that only says hello\n', null],
  ])('reads %j', (output, version) => expect(readChromiumVersion(output)).toBe(version))
})

describe('findChromium', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'inspector-chromium-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const put = (name: string): string => {
    const file = path.join(folder, name)
    writeFileSync(file, '')
    chmodSync(file, 0o755)
    return file
  }

  it('takes the one that was named, before any on the PATH', () => {
    put('chromium')
    const named = path.join(folder, 'mine')
    expect(findChromium({ INSPECTOR_CHROMIUM: named, PATH: folder }, 'linux')).toBe(named)
  })

  it('takes Debian’s own before others', () => {
    put('google-chrome')
    const own = put('chromium')
    expect(findChromium({ PATH: ['', folder].join(path.delimiter) }, 'linux')).toBe(own)
  })

  it('finds none where there is none', () => expect(findChromium({ PATH: folder }, 'linux')).toBeNull())
})
