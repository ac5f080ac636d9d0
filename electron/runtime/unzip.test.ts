import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzip } from './unzip.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'inspector-unzip-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A zip file with one stored entry made by hand, so that it can be as wrong as needed. */
const zipOf = (name: string, content: string, mode = 0o100644, sum = crc32(content)): Buffer => {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(0x0314, 4)
  central.writeUInt32LE(mode * 0x10000, 38)
  for (const [header, at] of [
    [local, 14],
    [central, 16],
  ] as const) {
    header.writeUInt32LE(sum, at)
    header.writeUInt32LE(content.length, at + 4)
    header.writeUInt32LE(content.length, at + 8)
    header.writeUInt16LE(name.length, at + 12)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + content.length, 16)
  return Buffer.concat([local, Buffer.from(name + content), central, Buffer.from(name), end])
}

const unpack = async (zip: Buffer, place: (name: string) => string | undefined): Promise<number> => {
  const file = path.join(folder, 'x.zip')
  await writeFile(file, zip)
  return unzip(file, path.join(folder, 'out'), place)
}

describe('unzip', () => {
  it('writes an entry where it is placed, with its permissions', async () => {
    expect(await unpack(zipOf('a/b', 'text', 0o100755), () => 'c/d')).toBe(1)
    const file = path.join(folder, 'out', 'c', 'd')
    expect(await readFile(file, 'utf8')).toBe('text')
    expect((await stat(file)).mode & 0o700).toBe(0o700)
  })

  it('leaves out what has no place', async () => {
    expect(await unpack(zipOf('a/b', 'text'), () => undefined)).toBe(0)
  })

  it('refuses a place outside the folder', async () => {
    await expect(unpack(zipOf('a/b', 'text'), () => '../evil')).rejects.toThrow('Unsafe path')
  })

  it('refuses an archive cut short', async () => {
    await expect(unpack(zipOf('a/b', 'text').subarray(0, 40), (name) => name)).rejects.toThrow()
  })
})
