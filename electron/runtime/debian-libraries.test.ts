import { describe, expect, it } from 'vitest'
import { currentNames, missingLibraries } from './debian-libraries.ts'

describe('missingLibraries', () => {
  it('reads the names ldd could not resolve', () => {
    const ldd = `	linux-vdso.so.1 (0x00007ffd)
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libasound.so.2 => not found
`
    expect(missingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
  })

  it('finds nothing in the output for a static or unreadable file', () => {
    expect(missingLibraries('	not a dynamic executable\n')).toEqual([])
  })
})

describe('currentNames', () => {
  it('uses the renamed package where the distribution has one', () => {
    const available = 'libasound2t64\nlibgtk-3-0t64\nlibnss3\n'
    expect(currentNames(['libgtk-3-0', 'libnss3', 'libasound2'], available)).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
    ])
  })

  it('keeps the names when the list of packages is empty', () => {
    expect(currentNames(['libgtk-3-0'], '')).toEqual(['libgtk-3-0'])
  })
})
