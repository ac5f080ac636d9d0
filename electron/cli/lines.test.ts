import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_LINE, linesOf, textOf } from './lines.ts'

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (text: string, size = 64): Promise<string[]> => {
  const all: string[] = []
  for await (const lines of linesOf(piecesOf(Buffer.from(text), size))) all.push(...lines)
  return all
}

describe('lines of bytes', () => {
  it('end with LF or CRLF, and the last one with nothing', async () => {
    expect(await read('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c'])
    expect(await read('a\n')).toEqual(['a'])
    expect(await read('')).toEqual([])
    expect(await read('a\r\n', 2)).toEqual(['a'])
  })

  it('keep characters that are split over pieces', async () => {
    expect(await read('é€😀\nÅ😀', 1)).toEqual(['é€😀', 'Å😀'])
  })

  it('lose a byte order mark, also a split one', async () => {
    expect(await read('\ufeff"a"\n\ufeffb', 1)).toEqual(['"a"', '\ufeffb'])
  })

  it('are the same for every size of the pieces', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '😀', 'é'), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (input, size) => {
        const parts = input.split('\n')
        if (parts.at(-1) === '') parts.pop()
        expect(await read(input, size)).toEqual(parts.map((line) => line.replace(/\r$/, '')))
      }),
    )
  })

  it('are cut when they are longer than anything that is read', async () => {
    const [first, second] = await read(`${'x'.repeat(LONGEST_LINE * 2)}\nb`, 65_536)
    expect(first).toHaveLength(LONGEST_LINE)
    expect(second).toBe('b')
  })
})

describe('a line', () => {
  it('is a JSON string when it is written as one', () => {
    expect(textOf('"a\\n\\u00e9"')).toBe('a\né')
    expect(textOf('"open')).toBe('"open')
    expect(textOf('"a" b')).toBe('"a" b')
    expect(textOf('[1]')).toBe('[1]')
  })
})
